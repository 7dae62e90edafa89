"""The client as the reference page documents it; nothing but the import of a script changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from os import PathLike
from typing import Any, Literal, NoReturn, Self, TypedDict

from . import models
from ._client import PaddleFlow
from ._runtime.data.omission import Omit, omit
from ._runtime.documented import (
    DocumentedClient,
    Result,
    as_json,
    as_text,
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


@dataclass(kw_only=True)
class UserInfo:
    """`UserInfo` of the reference page."""

    name: str
    create_time: str

    @classmethod
    def of(cls, model: models.UserInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            name=model.name,
            create_time=as_text(model.create_time),
        )


@dataclass(kw_only=True)
class GrantInfo:
    """`GrantInfo` of the reference page."""

    username: str
    resourceName: str

    @classmethod
    def of(cls, model: models.GrantInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            username=model.user_name,
            resourceName=model.resource_name,
        )


@dataclass(kw_only=True)
class QueueInfo:
    """`QueueInfo` of the reference page."""

    name: str
    status: models.QueueInfoStatus
    namespace: str
    mem: str
    cpu: str
    clusterName: str
    createTime: str
    updateTime: str

    @classmethod
    def of(cls, model: models.QueueInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            name=model.name,
            status=model.status,
            namespace=model.namespace,
            mem=model.max_resources.memory,
            cpu=model.max_resources.cpu,
            clusterName=model.cluster_name,
            createTime=model.create_time,
            updateTime=model.update_time,
        )


@dataclass(kw_only=True)
class FSInfo:
    """`FSInfo` of the reference page."""

    name: str
    owner: str
    fstype: models.FSInfoType
    server_adddress: str
    subpath: str
    properties: dict[str, str] | None

    @classmethod
    def of(cls, model: models.FSInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            name=model.name,
            owner=model.owner,
            fstype=model.fstype,
            server_adddress=model.server_address,
            subpath=model.sub_path,
            properties=model.properties,
        )


@dataclass(kw_only=True)
class LinkInfo:
    """`LinkInfo` of the reference page."""

    name: str
    owner: str
    fstype: models.LinkInfoType
    fspath: str
    server_adddress: str
    subpath: str
    properties: dict[str, str] | None

    @classmethod
    def of(cls, model: models.LinkInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            name=model.name,
            owner=model.owner,
            fstype=model.fstype,
            fspath=model.fs_path,
            server_adddress=model.server_address,
            subpath=model.sub_path,
            properties=model.properties,
        )


@dataclass(kw_only=True)
class RunInfo:
    """`RunInfo` of the reference page."""

    run_id: str
    fs_name: str
    username: str
    status: models.RunStatus
    name: str
    description: str
    parameters: dict[str, Any] | None
    run_yaml: str
    runtime: dict[str, list[DagInfo | JobInfo]]
    post_process: dict[str, JobInfo]
    docker_env: str
    update_time: str
    source: str
    run_msg: str
    fs_options: dict[str, Any]
    failure_options: dict[str, Any]
    disabled: str
    run_cached_ids: str
    schedule_id: str
    scheduled_time: None = None
    """Always None: the server tells it in lists only."""
    create_time: str
    activate_time: str

    @classmethod
    def of(cls, model: models.RunInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            run_id=model.run_id,
            fs_name=model.fs_name,
            username=model.username,
            status=model.status,
            name=model.name,
            description=model.description,
            parameters=model.parameters,
            run_yaml=model.run_yaml,
            runtime={
                name: [
                    (
                        DagInfo.of(runtime)
                        if isinstance(runtime, models.DagInfo)
                        else JobInfo.of(runtime)
                    )
                    for runtime in runtime_
                ]
                for name, runtime_ in model.runtime.items()
            },
            post_process={
                name: JobInfo.of(process) for name, process in model.post_process.items()
            },
            docker_env=model.docker_env,
            update_time=model.update_time,
            source=model.source,
            run_msg=model.run_msg,
            fs_options=as_json(model.fs_options),
            failure_options=as_json(model.failure_options),
            disabled=model.disabled,
            run_cached_ids=model.run_cached_ids,
            schedule_id=model.schedule_id,
            create_time=model.create_time,
            activate_time=model.activate_time,
        )


@dataclass(kw_only=True)
class DagInfo:
    """`DagInfo` of the reference page."""

    dag_id: str
    name: str
    type: Literal["dag"]
    dag_name: str
    parent_dag_id: str
    deps: str
    parameters: dict[str, str]
    artifacts: dict[str, Any]
    start_time: str
    end_time: str
    status: models.DagInfoStatus
    message: str
    entry_points: dict[str, list[DagInfo | JobInfo]]

    @classmethod
    def of(cls, model: models.DagInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            dag_id=model.dag_id,
            name=model.name,
            type=model.type,
            dag_name=model.dag_name,
            parent_dag_id=model.parent_dag_id,
            deps=model.deps,
            parameters=model.parameters,
            artifacts=as_json(model.artifacts),
            start_time=model.start_time,
            end_time=model.end_time,
            status=model.status,
            message=model.message,
            entry_points={
                name: [
                    (DagInfo.of(point) if isinstance(point, models.DagInfo) else JobInfo.of(point))
                    for point in entry_point
                ]
                for name, entry_point in model.entry_points.items()
            },
        )


@dataclass(kw_only=True)
class JobInfo:
    """`JobInfo` of the reference page."""

    name: str
    deps: str
    parameters: dict[str, str]
    command: str
    env: dict[str, str]
    status: models.DagInfoStatus
    start_time: str
    end_time: str
    dockerEnv: str
    jobId: str

    @classmethod
    def of(cls, model: models.JobInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            name=model.name,
            deps=model.deps,
            parameters=model.parameters,
            command=model.command,
            env=model.env,
            status=model.status,
            start_time=model.start_time,
            end_time=model.end_time,
            dockerEnv=model.docker_env,
            jobId=model.job_id,
        )


@dataclass(kw_only=True)
class RunCacheInfo:
    """`RunCacheInfo` of the reference page."""

    cache_id: str
    first_fp: str
    second_fp: str
    run_id: str
    source: str
    job_id: str
    fs_name: str
    username: str
    expired_time: str
    strategy: models.RunCacheInfoStrategy
    custom: str
    create_time: str
    update_time: str | None

    @classmethod
    def of(cls, model: models.RunCacheInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            cache_id=model.cache_id,
            first_fp=model.first_fp,
            second_fp=model.second_fp,
            run_id=model.run_id,
            source=model.source,
            job_id=model.job_id,
            fs_name=model.fsname,
            username=model.username,
            expired_time=model.expired_time,
            strategy=model.strategy,
            custom=model.custom,
            create_time=model.create_time,
            update_time=model.update_time,
        )


@dataclass(kw_only=True)
class PipelineInfo:
    """`PipelineInfo` of the reference page."""

    pipeline_id: str
    name: str
    username: str
    desc: str
    create_time: str
    update_time: str

    @classmethod
    def of(cls, model: models.PipelineInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            pipeline_id=model.pipeline_id,
            name=model.name,
            username=model.username,
            desc=model.desc,
            create_time=model.create_time,
            update_time=model.update_time,
        )


@dataclass(kw_only=True)
class PipelineVersionInfo:
    """`PipelineVersionInfo` of the reference page."""

    pipeline_version_id: str
    pipeline_id: str
    fs_name: str
    yaml_path: str
    pipeline_yaml: str
    username: str
    create_time: str
    update_time: str

    @classmethod
    def of(cls, model: models.PipelineVersionInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            pipeline_version_id=model.pipeline_version_id,
            pipeline_id=model.pipeline_id,
            fs_name=model.fs_name,
            yaml_path=model.yaml_path,
            pipeline_yaml=model.pipeline_yaml,
            username=model.username,
            create_time=model.create_time,
            update_time=model.update_time,
        )


@dataclass(kw_only=True)
class ScheduleInfo:
    """`ScheduleInfo` of the reference page."""

    schedule_id: str
    name: str
    desc: str
    pipeline_id: str
    pipeline_version_id: str
    username: str
    fs_config: dict[str, Any]
    crontab: str
    options: dict[str, Any]
    start_time: str
    end_time: str
    create_time: str
    update_time: str
    next_run_time: str
    message: str
    status: models.ScheduleStatus

    @classmethod
    def of(cls, model: models.ScheduleInfo | models.ScheduleDetailResponse) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            schedule_id=model.schedule_id,
            name=model.name,
            desc=model.desc,
            pipeline_id=model.pipeline_id,
            pipeline_version_id=model.pipeline_version_id,
            username=model.username,
            fs_config=as_json(model.fs_config),
            crontab=model.crontab,
            options=as_json(model.options),
            start_time=model.start_time,
            end_time=model.end_time,
            create_time=model.create_time,
            update_time=model.update_time,
            next_run_time=model.next_run_time,
            message=model.message,
            status=model.status,
        )


@dataclass(kw_only=True)
class ClusterInfo:
    """`ClusterInfo` of the reference page."""

    clusterid: str
    clustername: str
    description: str
    endpoint: str
    source: str
    clustertype: models.ClusterInfoClusterType
    status: models.ClusterStatus
    credential: str = field(repr=False)
    setting: str
    namespacelist: list[str]
    createtime: str
    updatetime: str

    @classmethod
    def of(cls, model: models.ClusterInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            clusterid=model.clusterid,
            clustername=model.cluster_name,
            description=model.description,
            endpoint=model.endpoint,
            source=model.source,
            clustertype=model.cluster_type,
            status=model.status,
            credential=as_text(model.credential),
            setting=model.setting,
            namespacelist=(model.namespace_list or []),
            createtime=model.create_time,
            updatetime=model.update_time,
        )


@dataclass(kw_only=True)
class StatisticsJobInfo:
    """`StatisticsJobInfo` of the reference page."""

    metrics_info: dict[str, str]

    @classmethod
    def of(cls, model: models.StatisticsJobInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            metrics_info=model.metrics_info,
        )


@dataclass(kw_only=True)
class StatisticsJobDetailInfo:
    """`StatisticsJobDetailInfo` of the reference page."""

    result: list[Result_]
    truncated: bool

    @classmethod
    def of(cls, model: models.StatisticsJobDetailInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            result=[Result_.of(result_) for result_ in model.result],
            truncated=model.truncated,
        )


@dataclass(kw_only=True)
class Result_:
    """`Result_` of the reference page."""

    task_name: str
    task_info: list[TaskInfo]

    @classmethod
    def of(cls, model: models.Result) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            task_name=model.task_name,
            task_info=[TaskInfo.of(info) for info in model.task_info],
        )


@dataclass(kw_only=True)
class TaskInfo:
    """`TaskInfo` of the reference page."""

    metric: models.TaskInfoMetric
    values: list[list[float]]

    @classmethod
    def of(cls, model: models.TaskInfo) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            metric=model.metric,
            values=model.values,
        )


@dataclass(kw_only=True)
class LogInfo:
    """`LogInfo` of the reference page."""

    runid: str | None
    jobid: str | None
    taskid: str | None
    has_next_page: bool | None
    truncated: bool | None
    pagesize: int | None
    pageno: int | None
    log_content: str | None


@dataclass(kw_only=True)
class RunBrief:
    """`RunBrief` of the reference page."""

    run_id: str
    fs_name: str
    username: str
    status: models.RunStatus
    name: str
    description: str
    run_msg: str
    source: str
    update_time: str
    schedule_id: str
    scheduled_time: str
    create_time: str
    activate_time: str

    @classmethod
    def of(cls, model: models.RunBrief) -> Self:
        """Show what the client gives as the page has it."""
        return cls(
            run_id=model.run_id,
            fs_name=model.fs_name,
            username=model.username,
            status=model.status,
            name=model.name,
            description=model.description,
            run_msg=model.run_msg,
            source=model.source,
            update_time=model.update_time,
            schedule_id=model.schedule_id,
            scheduled_time=model.scheduled_time,
            create_time=model.create_time,
            activate_time=model.activate_time,
        )


class ListRunResult(TypedDict):
    """What `list_run` gives."""

    runList: list[RunBrief]
    nextMarker: str | None


class ListCacheResult(TypedDict):
    """What `list_cache` gives."""

    runCacheList: list[RunCacheInfo]
    nextMarker: str | None


class ListArtifactResult(TypedDict):
    """What `list_artifact` gives."""

    artifactList: list[models.ArtifactInfo]
    nextMarker: str | None


class ListPipelineResult(TypedDict):
    """What `list_pipeline` gives."""

    pipelineList: list[PipelineInfo]
    nextMarker: str | None


class CreatePipelineResult(TypedDict):
    """What `create_pipeline` gives."""

    name: str
    pplID: str
    pplVerID: str


class ShowPipelineResult(TypedDict):
    """What `show_pipeline` gives."""

    pipelineInfo: PipelineInfo
    pipelineVersionList: list[PipelineVersionInfo]
    nextMarker: str | None


class UpdatePipelineResult(TypedDict):
    """What `update_pipeline` gives."""

    pipelineID: str
    pipelineVersionID: str


class ShowPipelineVersionResult(TypedDict):
    """What `show_pipeline_version` gives."""

    pipelineInfo: PipelineInfo
    pipelineVersionInfo: PipelineVersionInfo


class ListScheduleResult(TypedDict):
    """What `list_schedule` gives."""

    scheduleList: list[ScheduleInfo]
    nextMarker: str | None


class ShowScheduleResult(TypedDict):
    """What `show_schedule` gives."""

    scheduleInfo: ScheduleInfo
    runList: list[RunBrief]
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

    def list_user(self, maxsize: int = 100) -> Result[list[UserInfo]]:
        """List users."""
        return attempt_and_show(
            lambda: self._client.users.list(maxsize=sent(maxsize)).body,
            lambda answer: [UserInfo.of(user) for user in (answer.user_list or [])],
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
    ) -> Result[list[GrantInfo]]:
        """List grants."""
        return attempt_and_show(
            lambda: self._client.grants.list(username=sent(username), maxsize=sent(maxsize)).body,
            lambda answer: [
                GrantInfo.of(queue_)
                for queue_ in [
                    grant for grant in answer.grant_list if grant.resource_type == "queue"
                ]
            ],
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
    ) -> Result[list[QueueInfo]]:
        """List queues."""
        return attempt_and_show(
            lambda: self._client.queues.list(maxsize=sent(maxsize), marker=sent(marker)).body,
            lambda answer: [QueueInfo.of(queue) for queue in answer.queue_list],
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

    def show_queue(self, queuename: str) -> Result[QueueInfo]:
        """Get a queue."""
        return attempt_and_show(
            lambda: self._client.queues.get(queuename), lambda answer: QueueInfo.of(answer)
        )

    def del_queue(self, queuename: str) -> Result[None]:
        """Delete a queue."""
        return attempt_and_show(lambda: self._client.queues.delete(queuename), nothing)

    def list_flavour(self) -> Result[list[models.FlavourInfo]]:
        """List flavours."""
        return attempt_and_show(
            lambda: self._client.flavours.list().body, lambda answer: answer.flavour_list or []
        )

    def list_fs(self, maxsize: int = 100, username: str | None = None) -> Result[list[FSInfo]]:
        """List file systems."""
        return attempt_and_show(
            lambda: self._client.fs.list(maxsize=sent(maxsize), username=sent(username)).body,
            lambda answer: [FSInfo.of(fs) for fs in (answer.fs_list or [])],
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

    def show_fs(self, fsname: str, username: str | None = None) -> Result[FSInfo]:
        """Get a file system."""
        return attempt_and_show(
            lambda: self._client.fs.get(fsname, username=sent(username)),
            lambda answer: FSInfo.of(answer),
        )

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
    ) -> Result[LinkInfo | None] | Result[list[LinkInfo]]:
        """Get a link."""
        return (
            self.list_link(fsname=fsname, username=username, maxsize=maxsize)
            if isinstance(fspath, Omit)
            else attempt_and_show(
                lambda: self._client.links.get(fsname, fs_path=fspath, username=sent(username)),
                lambda answer: (
                    LinkInfo.of(link)
                    if (link := item_at(answer.link_list, 0)) is not None
                    else None
                ),
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
    ) -> Result[list[LinkInfo]]:
        """List links."""
        return attempt_and_show(
            lambda: (
                self._client.links.list(fsname, username=sent(username), maxsize=sent(maxsize)).body
            ),
            lambda answer: [LinkInfo.of(link) for link in (answer.link_list or [])],
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
            lambda answer: ListRunResult(
                runList=[RunBrief.of(run) for run in answer.run_list], nextMarker=answer.next_marker
            ),
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

    def show_run(self, run_id: str) -> Result[RunInfo]:
        """Get a run."""
        return attempt_and_show(
            lambda: self._client.runs.get(run_id), lambda answer: RunInfo.of(answer)
        )

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
                runCacheList=[RunCacheInfo.of(run_cache) for run_cache in answer.run_cache_list],
                nextMarker=answer.next_marker,
            ),
        )

    def show_cache(self, cache_id: str) -> Result[RunCacheInfo]:
        """Get a cached result."""
        return attempt_and_show(
            lambda: self._client.caches.get(cache_id), lambda answer: RunCacheInfo.of(answer)
        )

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
                pipelineList=[PipelineInfo.of(pipeline) for pipeline in answer.pipeline_list],
                nextMarker=answer.next_marker,
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
                pipelineInfo=PipelineInfo.of(answer.pipeline),
                pipelineVersionList=[
                    PipelineVersionInfo.of(ppl_version)
                    for ppl_version in answer.ppl_versions.ppl_version_list
                ],
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
                pipelineInfo=PipelineInfo.of(answer.pipeline),
                pipelineVersionInfo=PipelineVersionInfo.of(answer.pipeline_version),
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
                scheduleList=[ScheduleInfo.of(schedule) for schedule in answer.schedule_list],
                nextMarker=answer.next_marker,
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
                scheduleInfo=ScheduleInfo.of(answer),
                runList=[RunBrief.of(run) for run in answer.runs.run_list],
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
    ) -> Result[list[ClusterInfo]]:
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
            lambda answer: [ClusterInfo.of(cluster) for cluster in (answer.cluster_list or [])],
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
        version: str | None = None,
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
                        "version": version,
                    }
                )
            ),
            lambda answer: answer.clusterid,
        )

    def show_cluster(self, clustername: str) -> Result[ClusterInfo]:
        """Get a cluster."""
        return attempt_and_show(
            lambda: self._client.clusters.get(clustername), lambda answer: ClusterInfo.of(answer)
        )

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

    def list_cluster_resource(self, clustername: str | None = None) -> Result[dict[str, Any]]:
        """List what clusters have left."""
        return attempt_and_show(
            lambda: self._client.clusters.list_resources(clustername=sent(clustername)),
            lambda answer: as_json(answer),
        )

    def show_log(
        self,
        runid: str,
        jobid: str | None = None,
        pagesize: int = 100,
        pageno: int = 1,
        logfileposition: str = "end",
    ) -> Result[list[LogInfo]]:
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
                LogInfo(
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

    def get_statistics(self, jobid: str, runid: str | None = None) -> Result[StatisticsJobInfo]:
        """Get the averages of a job."""
        return attempt_and_show(
            lambda: self._client.statistics.get(jobid, run_id=sent(runid)),
            lambda answer: StatisticsJobInfo.of(answer),
        )

    def get_statistics_detail(
        self,
        jobid: str,
        runid: str | None = None,
        start: int | None = None,
        end: int | None = None,
        step: int | None = None,
    ) -> Result[StatisticsJobDetailInfo]:
        """Get the time series of a job."""
        return attempt_and_show(
            lambda: self._client.statistics.get_detail(
                jobid, run_id=sent(runid), start=sent(start), end=sent(end), step=sent(step)
            ),
            lambda answer: StatisticsJobDetailInfo.of(answer),
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
