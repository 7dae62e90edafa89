"""The client as the reference page documents it; nothing but the import of a script changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os import PathLike
from typing import Any, NoReturn, TypedDict

from . import models
from ._client import PaddleFlow
from ._runtime.data.omission import Omit, omit
from ._runtime.documented import (
    DocumentedClient,
    Result,
    attempt,
    attempt_and_show,
    either,
    group,
    item_at,
    log_in,
    nothing,
    present,
    sent,
    text_or_file,
)


class ListRunResult(TypedDict):
    """What `list_run` gives."""

    runList: list[models.RunBrief]
    nextMarker: str | None


class ListCacheResult(TypedDict):
    """What `list_cache` gives."""

    runCacheList: list[models.RunCacheInfo]
    nextMarker: str | None


class ListArtifactResult(TypedDict):
    """What `list_artifact` gives."""

    artifactList: list[models.ArtifactInfo]
    nextMarker: str | None


class ListPipelineResult(TypedDict):
    """What `list_pipeline` gives."""

    pipelineList: list[models.PipelineInfo]
    nextMarker: str | None


class CreatePipelineResult(TypedDict):
    """What `create_pipeline` gives."""

    name: str
    pplID: str
    pplVerID: str


class ShowPipelineResult(TypedDict):
    """What `show_pipeline` gives."""

    pipelineInfo: models.PipelineInfo
    pipelineVersionList: list[models.PipelineVersionInfo]
    nextMarker: str | None


class UpdatePipelineResult(TypedDict):
    """What `update_pipeline` gives."""

    pipelineID: str
    pipelineVersionID: str


class ShowPipelineVersionResult(TypedDict):
    """What `show_pipeline_version` gives."""

    pipelineInfo: models.PipelineInfo
    pipelineVersionInfo: models.PipelineVersionInfo


class ListScheduleResult(TypedDict):
    """What `list_schedule` gives."""

    scheduleList: list[models.ScheduleInfo]
    nextMarker: str | None


class ShowScheduleResult(TypedDict):
    """What `show_schedule` gives."""

    scheduleInfo: models.ScheduleDetailResponse
    runList: list[models.RunBrief]
    nextMarker: str | None


class Client(DocumentedClient[PaddleFlow]):
    """The methods of PaddleFlow as its reference page has them. A call gives what the page says;
    :class:`PaddleFlow` does the work.
    """

    def __init__(
        self,
        paddleflow_server_host: str,
        username: str,
        password: str,
        paddleflow_server_port: int | str = 8999,
    ) -> None:
        super().__init__(
            PaddleFlow(
                host=paddleflow_server_host,
                username=username,
                password=password,
                port=int(paddleflow_server_port),
            )
        )

    def login(self, user_name: str, password: str) -> Result[None]:
        """Log in."""
        return attempt_and_show(
            lambda: log_in(
                self._client,
                self._client.login(present({"username": user_name, "password": password})),
                user_name,
                password,
            ),
            nothing,
        )

    def list_user(self, maxsize: int = 100) -> Result[list[models.UserInfo]]:
        """List users."""
        return attempt_and_show(
            lambda: self._client.users.list(maxsize=sent(maxsize)).body,
            lambda answer: answer.user_list or [],
        )

    def add_user(self, user_name: str, password: str) -> Result[None]:
        """Add a user."""
        return attempt_and_show(
            lambda: self._client.users.create(
                present({"username": user_name, "password": password})
            ),
            nothing,
        )

    def update_password(self, user_name: str, password: str) -> Result[None]:
        """Change a password."""
        return attempt_and_show(
            lambda: self._client.users.update_password(user_name, present({"password": password})),
            nothing,
        )

    def del_user(self, user_name: str) -> Result[None]:
        """Delete a user."""
        return attempt_and_show(lambda: self._client.users.delete(user_name), nothing)

    def show_queue_grant(
        self, username: str | None = None, maxsize: int = 100
    ) -> Result[list[models.GrantInfo]]:
        """List grants."""
        return attempt_and_show(
            lambda: self._client.grants.list(username=sent(username), maxsize=sent(maxsize)).body,
            lambda answer: [grant for grant in answer.grant_list if grant.resource_type == "queue"],
        )

    def grant_queue(self, username: str, queuename: str) -> Result[None]:
        """Grant a queue."""
        return attempt_and_show(
            lambda: self._client.grants.create(
                present({"resourceType": "queue", "userName": username, "resourceID": queuename})
            ),
            nothing,
        )

    def ungrant_queue(self, username: str, queuename: str) -> Result[None]:
        """Withdraw a grant."""
        return attempt_and_show(
            lambda: self._client.grants.delete(username=username, queuename=queuename), nothing
        )

    def list_queue(
        self, maxsize: int = 100, marker: int | str | None = None
    ) -> Result[list[models.QueueInfo]]:
        """List queues."""
        return attempt_and_show(
            lambda: self._client.queues.list(maxsize=sent(maxsize), marker=sent(marker)).body,
            lambda answer: answer.queue_list,
        )

    def create_queue(
        self, name: str, namespace: str, cpu: str, men: str, clustername: str
    ) -> Result[None]:
        """Create a queue."""
        return attempt_and_show(
            lambda: self._client.queues.create(
                present(
                    {
                        "name": name,
                        "namespace": namespace,
                        "maxResources": group({"cpu": cpu, "mem": men}),
                        "clusterName": clustername,
                    }
                )
            ),
            nothing,
        )

    def show_queue(self, queuename: str) -> Result[models.QueueInfo]:
        """Get a queue."""
        return attempt(lambda: self._client.queues.get(queuename))

    def del_queue(self, queuename: str) -> Result[None]:
        """Delete a queue."""
        return attempt_and_show(lambda: self._client.queues.delete(queuename), nothing)

    def list_flavour(self) -> Result[list[models.FlavourInfo]]:
        """List flavours."""
        return attempt_and_show(
            lambda: self._client.flavours.list().body, lambda answer: answer.flavour_list or []
        )

    def list_fs(
        self, maxsize: int = 100, username: str | None = None
    ) -> Result[list[models.FSInfo]]:
        """List file systems."""
        return attempt_and_show(
            lambda: self._client.fs.list(maxsize=sent(maxsize), username=sent(username)).body,
            lambda answer: answer.fs_list or [],
        )

    def add_fs(
        self,
        fsname: str,
        url: str,
        username: str | None = None,
        properties: Mapping[str, Any] | None = None,
    ) -> Result[None]:
        """Add a file system."""
        return attempt_and_show(
            lambda: self._client.fs.create(
                present(
                    {"name": fsname, "url": url, "username": username, "properties": properties}
                )
            ),
            nothing,
        )

    def show_fs(self, fsname: str, username: str | None = None) -> Result[models.FSInfo]:
        """Get a file system."""
        return attempt(lambda: self._client.fs.get(fsname, username=sent(username)))

    def delete_fs(self, fsname: str, username: str | None = None) -> Result[None]:
        """Delete a file system."""
        return attempt_and_show(
            lambda: self._client.fs.delete(fsname, username=sent(username)), nothing
        )

    def add_link(
        self,
        fsname: str,
        fspath: str,
        url: str,
        username: str | None = None,
        properties: Mapping[str, Any] | None = None,
    ) -> Result[None]:
        """Add a link."""
        return attempt_and_show(
            lambda: self._client.links.create(
                present(
                    {
                        "fsName": fsname,
                        "fsPath": fspath,
                        "url": url,
                        "username": username,
                        "properties": properties,
                    }
                )
            ),
            nothing,
        )

    def show_link(
        self,
        fsname: str,
        fspath: str | Omit = omit,
        username: str | None = None,
        maxsize: int = 100,
    ) -> Result[models.LinkInfo | None] | Result[list[models.LinkInfo]]:
        """Get a link."""
        return (
            self.list_link(fsname=fsname, username=username, maxsize=maxsize)
            if isinstance(fspath, Omit)
            else attempt_and_show(
                lambda: self._client.links.get(fsname, fs_path=fspath, username=sent(username)),
                lambda answer: item_at(answer.link_list, 0),
            )
        )

    def delete_link(self, fsname: str, fspath: str, username: str | None = None) -> Result[None]:
        """Delete a link."""
        return attempt_and_show(
            lambda: self._client.links.delete(fsname, fs_path=fspath, username=sent(username)),
            nothing,
        )

    def list_link(
        self, fsname: str, username: str | None = None, maxsize: int = 100
    ) -> Result[list[models.LinkInfo]]:
        """List links."""
        return attempt_and_show(
            lambda: (
                self._client.links.list(fsname, username=sent(username), maxsize=sent(maxsize)).body
            ),
            lambda answer: answer.link_list or [],
        )

    def list_run(
        self,
        fs_name: str | None = None,
        username: str | None = None,
        run_id: str | None = None,
        run_name: str | None = None,
        status: str | None = None,
        maxsize: int = 100,
        marker: str | None = None,
    ) -> Result[ListRunResult]:
        """List runs."""
        return attempt_and_show(
            lambda: (
                self._client.runs.list(
                    fs_name=sent(fs_name),
                    username=sent(username),
                    run_id=sent(run_id),
                    run_name=sent(run_name),
                    status=sent(status),
                    maxsize=sent(maxsize),
                    marker=sent(marker),
                ).body
            ),
            lambda answer: ListRunResult(runList=answer.run_list, nextMarker=answer.next_marker),
        )

    def create_run(
        self,
        fs_name: str | None = None,
        username: str | None = None,
        run_name: str | None = None,
        desc: str | None = None,
        run_yaml_path: str | None = None,
        run_yaml_raw: str | bytes | PathLike[str] | None = None,
        pipeline_id: str | None = None,
        pipeline_version_id: str | None = None,
        param: Mapping[str, Any] | None = None,
        disabled: str | None = None,
        docker_env: str | None = None,
        failure_options: Mapping[str, Any] | None = None,
        *,
        fsname: str | None = None,
        runyamlpath: str | None = None,
    ) -> Result[str]:
        """Start a run."""
        return attempt_and_show(
            lambda: self._client.runs.create(
                present(
                    {
                        "fsName": either(fsname, fs_name),
                        "username": username,
                        "name": run_name,
                        "desc": desc,
                        "runYamlPath": either(runyamlpath, run_yaml_path),
                        "runYamlRaw": text_or_file(run_yaml_raw),
                        "pipelineID": pipeline_id,
                        "pipelineVersionID": pipeline_version_id,
                        "parameters": param,
                        "disabled": disabled,
                        "dockerEnv": docker_env,
                        "failureOptions": failure_options,
                    }
                )
            ),
            lambda answer: answer.run_id,
        )

    def show_run(self, run_id: str) -> Result[models.RunInfo]:
        """Get a run."""
        return attempt(lambda: self._client.runs.get(run_id))

    def stop_run(self, run_id: str, force: bool | None = None) -> Result[None]:
        """Stop a run."""
        return attempt_and_show(
            lambda: self._client.runs.stop(run_id, present({"stopForce": force})), nothing
        )

    def delete_run(self, run_id: str, check_cache: bool = True) -> Result[None]:
        """Delete a run."""
        return attempt_and_show(
            lambda: self._client.runs.delete(run_id, present({"checkCache": check_cache})), nothing
        )

    def retry_run(self, run_id: str) -> Result[str]:
        """Run again."""
        return attempt_and_show(
            lambda: self._client.runs.retry(run_id), lambda answer: answer.run_id
        )

    def list_cache(
        self,
        user_filter: str | None = None,
        fs_filter: str | None = None,
        run_filter: str | None = None,
        maxsize: int = 100,
        marker: str | None = None,
    ) -> Result[ListCacheResult]:
        """List cached results."""
        return attempt_and_show(
            lambda: (
                self._client.caches.list(
                    user_filter=sent(user_filter),
                    fs_filter=sent(fs_filter),
                    run_filter=sent(run_filter),
                    maxsize=sent(maxsize),
                    marker=sent(marker),
                ).body
            ),
            lambda answer: ListCacheResult(
                runCacheList=answer.run_cache_list, nextMarker=answer.next_marker
            ),
        )

    def show_cache(self, cache_id: str) -> Result[models.RunCacheInfo]:
        """Get a cached result."""
        return attempt(lambda: self._client.caches.get(cache_id))

    def delete_cache(self, cache_id: str) -> Result[None]:
        """Delete a cached result."""
        return attempt_and_show(lambda: self._client.caches.delete(cache_id), nothing)

    def list_artifact(
        self,
        user_filter: str | None = None,
        fs_filter: str | None = None,
        run_filter: str | None = None,
        type_filter: str | None = None,
        path_filter: str | None = None,
        maxsize: int = 100,
        marker: str | None = None,
    ) -> Result[ListArtifactResult]:
        """List artifacts."""
        return attempt_and_show(
            lambda: (
                self._client.artifacts.list(
                    user_filter=sent(user_filter),
                    fs_filter=sent(fs_filter),
                    run_filter=sent(run_filter),
                    type_filter=sent(type_filter),
                    path_filter=sent(path_filter),
                    maxsize=sent(maxsize),
                    marker=sent(marker),
                ).body
            ),
            lambda answer: ListArtifactResult(
                artifactList=answer.artifact_event_list, nextMarker=answer.next_marker
            ),
        )

    def list_pipeline(
        self,
        user_filter: str | None = None,
        name_filter: str | None = None,
        maxsize: int = 50,
        marker: str | None = None,
    ) -> Result[ListPipelineResult]:
        """List templates."""
        return attempt_and_show(
            lambda: (
                self._client.pipelines.list(
                    user_filter=sent(user_filter),
                    name_filter=sent(name_filter),
                    maxsize=sent(maxsize),
                    marker=sent(marker),
                ).body
            ),
            lambda answer: ListPipelineResult(
                pipelineList=answer.pipeline_list, nextMarker=answer.next_marker
            ),
        )

    def create_pipeline(
        self,
        fs_name: str | None = None,
        yaml_path: str | None = None,
        yaml_raw: str | bytes | PathLike[str] | None = None,
        desc: str | None = None,
        username: str | None = None,
    ) -> Result[CreatePipelineResult]:
        """Create a template."""
        return attempt_and_show(
            lambda: self._client.pipelines.create(
                present(
                    {
                        "fsName": fs_name,
                        "yamlPath": yaml_path,
                        "yamlRaw": text_or_file(yaml_raw),
                        "desc": desc,
                        "username": username,
                    }
                )
            ),
            lambda answer: CreatePipelineResult(
                name=answer.name, pplID=answer.pipeline_id, pplVerID=answer.pipeline_version_id
            ),
        )

    def show_pipeline(
        self,
        pipeline_id: str,
        fs_filter: str | None = None,
        max_keys: int | None = None,
        marker: str | None = None,
    ) -> Result[ShowPipelineResult]:
        """Get a template."""
        return attempt_and_show(
            lambda: (
                self._client.pipelines.get(
                    pipeline_id,
                    fs_filter=sent(fs_filter),
                    max_keys=sent(max_keys),
                    marker=sent(marker),
                ).body
            ),
            lambda answer: ShowPipelineResult(
                pipelineInfo=answer.pipeline,
                pipelineVersionList=answer.ppl_versions.ppl_version_list,
                nextMarker=answer.ppl_versions.next_marker,
            ),
        )

    def delete_pipeline(self, pipeline_id: str) -> Result[None]:
        """Delete a template."""
        return attempt_and_show(lambda: self._client.pipelines.delete(pipeline_id), nothing)

    def update_pipeline(
        self,
        pipeline_id: str,
        fs_name: str | None = None,
        yaml_path: str | None = None,
        yaml_raw: str | bytes | PathLike[str] | None = None,
        desc: str | None = None,
        username: str | None = None,
    ) -> Result[UpdatePipelineResult]:
        """Add a version to a template."""
        return attempt_and_show(
            lambda: self._client.pipeline_versions.create(
                pipeline_id,
                present(
                    {
                        "fsName": fs_name,
                        "yamlPath": yaml_path,
                        "yamlRaw": text_or_file(yaml_raw),
                        "desc": desc,
                        "username": username,
                    }
                ),
            ),
            lambda answer: UpdatePipelineResult(
                pipelineID=answer.pipeline_id, pipelineVersionID=answer.pipeline_version_id
            ),
        )

    def show_pipeline_version(
        self, pipeline_id: str, pipeline_version_id: str
    ) -> Result[ShowPipelineVersionResult]:
        """Get a version of a template."""
        return attempt_and_show(
            lambda: self._client.pipeline_versions.get(pipeline_id, pipeline_version_id),
            lambda answer: ShowPipelineVersionResult(
                pipelineInfo=answer.pipeline, pipelineVersionInfo=answer.pipeline_version
            ),
        )

    def delete_pipeline_version(self, pipeline_id: str, pipeline_version_id: str) -> Result[None]:
        """Delete a version of a template."""
        return attempt_and_show(
            lambda: self._client.pipeline_versions.delete(pipeline_id, pipeline_version_id), nothing
        )

    def list_schedule(
        self,
        user_filter: str | None = None,
        ppl_filter: str | None = None,
        ppl_version_filter: str | None = None,
        schedule_filter: str | None = None,
        name_filter: str | None = None,
        status_filter: str | None = None,
        marker: str | None = None,
        max_keys: str | int | None = None,
    ) -> Result[ListScheduleResult]:
        """List schedules."""
        return attempt_and_show(
            lambda: (
                self._client.schedules.list(
                    user_filter=sent(user_filter),
                    ppl_filter=sent(ppl_filter),
                    ppl_version_filter=sent(ppl_version_filter),
                    schedule_filter=sent(schedule_filter),
                    name_filter=sent(name_filter),
                    status_filter=sent(status_filter),
                    marker=sent(marker),
                    max_keys=sent(max_keys),
                ).body
            ),
            lambda answer: ListScheduleResult(
                scheduleList=answer.schedule_list, nextMarker=answer.next_marker
            ),
        )

    def create_schedule(
        self,
        name: str,
        pipeline_id: str,
        pipeline_version_id: str,
        crontab: str,
        desc: str | None = None,
        start_time: str | None = None,
        end_time: str | None = None,
        concurrency: int | None = None,
        concurrency_policy: str | None = None,
        expire_interval: int | None = None,
        catchup: bool | None = None,
        username: str | None = None,
    ) -> Result[str]:
        """Create a schedule."""
        return attempt_and_show(
            lambda: self._client.schedules.create(
                present(
                    {
                        "name": name,
                        "pipelineID": pipeline_id,
                        "pipelineVersionID": pipeline_version_id,
                        "crontab": crontab,
                        "desc": desc,
                        "startTime": start_time,
                        "endTime": end_time,
                        "concurrency": concurrency,
                        "concurrencyPolicy": concurrency_policy,
                        "expireInterval": expire_interval,
                        "catchup": catchup,
                        "username": username,
                    }
                )
            ),
            lambda answer: answer.schedule_id,
        )

    def show_schedule(
        self,
        schedule_id: str,
        run_filter: str | None = None,
        status_filter: str | None = None,
        marker: str | None = None,
        max_keys: str | int | None = None,
    ) -> Result[ShowScheduleResult]:
        """Get a schedule and its runs."""
        return attempt_and_show(
            lambda: (
                self._client.schedules.get(
                    schedule_id,
                    run_filter=sent(run_filter),
                    status_filter=sent(status_filter),
                    marker=sent(marker),
                    max_keys=sent(max_keys),
                ).body
            ),
            lambda answer: ShowScheduleResult(
                scheduleInfo=answer,
                runList=answer.runs.run_list,
                nextMarker=answer.runs.next_marker,
            ),
        )

    def stop_schedule(self, schedule_id: str) -> Result[None]:
        """Stop a schedule."""
        return attempt_and_show(lambda: self._client.schedules.stop(schedule_id), nothing)

    def delete_schedule(self, schedule_id: str) -> Result[None]:
        """Delete a schedule."""
        return attempt_and_show(lambda: self._client.schedules.delete(schedule_id), nothing)

    def list_cluster(
        self,
        clusterstatus: str | None = None,
        clustername: str | None = None,
        maxsize: int = 50,
        marker: str | None = None,
    ) -> Result[list[models.ClusterInfo]]:
        """List clusters."""
        return attempt_and_show(
            lambda: (
                self._client.clusters.list(
                    cluster_status=sent(clusterstatus),
                    clustername=sent(clustername),
                    maxsize=sent(maxsize),
                    marker=sent(marker),
                ).body
            ),
            lambda answer: answer.cluster_list or [],
        )

    def create_cluster(
        self,
        clustername: str,
        endpoint: str,
        clustertype: str,
        credential: bytes | None = None,
        description: str | None = None,
        clusterid: str | None = None,
        source: str | None = None,
        setting: str | None = None,
        status: str | None = None,
        namespacelist: Sequence[str] | None = None,
    ) -> Result[str]:
        """Register a cluster."""
        return attempt_and_show(
            lambda: self._client.clusters.create(
                present(
                    {
                        "clusterName": clustername,
                        "endpoint": endpoint,
                        "clusterType": clustertype,
                        "credential": credential,
                        "description": description,
                        "clusterId": clusterid,
                        "source": source,
                        "setting": setting,
                        "status": status,
                        "namespaceList": namespacelist,
                    }
                )
            ),
            lambda answer: answer.clusterid,
        )

    def show_cluster(self, clustername: str) -> Result[models.ClusterInfo]:
        """Get a cluster."""
        return attempt(lambda: self._client.clusters.get(clustername))

    def update_cluster(
        self,
        clustername: str,
        endpoint: str | None = None,
        clustertype: str | None = None,
        credential: bytes | None = None,
        description: str | None = None,
        clusterid: str | None = None,
        source: str | None = None,
        setting: str | None = None,
        status: str | None = None,
        namespacelist: Sequence[str] | None = None,
    ) -> Result[str]:
        """Change a cluster."""
        return attempt_and_show(
            lambda: self._client.clusters.update(
                clustername,
                present(
                    {
                        "endpoint": endpoint,
                        "clusterType": clustertype,
                        "credential": credential,
                        "description": description,
                        "clusterId": clusterid,
                        "source": source,
                        "setting": setting,
                        "status": status,
                        "namespaceList": namespacelist,
                    }
                ),
            ),
            lambda answer: answer.clusterid,
        )

    def delete_cluster(self, clustername: str) -> Result[None]:
        """Delete a cluster."""
        return attempt_and_show(lambda: self._client.clusters.delete(clustername), nothing)

    def list_cluster_resource(
        self, clustername: str | None = None
    ) -> Result[models.ClusterResourceResponse]:
        """List what clusters have left."""
        return attempt(lambda: self._client.clusters.list_resources(clustername=sent(clustername)))

    def show_log(
        self,
        runid: str,
        jobid: str | None = None,
        pagesize: int = 100,
        pageno: int = 1,
        logfileposition: str = "end",
    ) -> Result[list[models.LogInfo]]:
        """Read the log of a run."""
        return attempt_and_show(
            lambda: self._client.logs.get(
                runid,
                job_id=sent(jobid),
                page_size=sent(pagesize),
                page_no=sent(pageno),
                log_file_position=sent(logfileposition),
            ),
            lambda answer: [
                models.LogInfo(
                    runid=answer.run_id,
                    jobid=log.job_id,
                    taskid=task.task_id,
                    has_next_page=task.log_info.has_next_page,
                    truncated=task.log_info.truncated,
                    pagesize=pagesize,
                    pageno=pageno,
                    log_content=task.log_info.log_content,
                )
                for log in answer.run_log
                for task in log.task_list
            ],
        )

    def get_statistics(
        self, jobid: str, runid: str | None = None
    ) -> Result[models.StatisticsJobInfo]:
        """Get the averages of a job."""
        return attempt(lambda: self._client.statistics.get(jobid, run_id=sent(runid)))

    def get_statistics_detail(
        self,
        jobid: str,
        runid: str | None = None,
        start: int | None = None,
        end: int | None = None,
        step: int | None = None,
    ) -> Result[models.StatisticsJobDetailInfo]:
        """Get the time series of a job."""
        return attempt(
            lambda: self._client.statistics.get_detail(
                jobid, run_id=sent(runid), start=sent(start), end=sent(end), step=sent(step)
            )
        )

    def stop_queue(self, queuename: str) -> NoReturn:
        """Not there: the server has dropped it; a queue can be deleted without being stopped."""
        raise NotImplementedError(
            "stop_queue: the server has dropped it; a queue can be deleted without being stopped"
        )

    def mount(self, fsname: str, path: str, username: str | None = None) -> NoReturn:
        """Not there: it mounts on the local machine and is no HTTP request; run the mount
        program of PaddleFlow.
        """
        raise NotImplementedError(
            "mount: it mounts on the local machine and is no HTTP request; run the mount "
            "program of PaddleFlow"
        )
