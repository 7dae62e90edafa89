"""A script as users have them, written against the page; its import alone has changed.

It is run with the address of a server and prints what it did.
"""

import sys
from pathlib import Path

from paddleflow import documented as paddleflow

host, port, workflow = sys.argv[1:]
client = paddleflow.Client(host, "root", "secret1", port)

# -- log in, and fail to ---------------------------------------------------------------------------
ret, response = client.login("root", "wrong-secret")
assert ret is False, "a wrong password gives no exception"
assert "AuthenticationError" not in response and "wrong-secret" not in response, response
ret, response = client.login(user_name="root", password="secret1")
assert ret and response is None, response

# -- users and queues ------------------------------------------------------------------------------
for name in ("ada12", "grace"):
    ret, response = client.add_user(name, "Secret-12")
    if not ret:
        sys.exit(f"no user: {response}")
ret, users = client.list_user(maxsize=10)
assert ret, users
print("users:", [(user.name, user.create_time is not None) for user in users])
ret, response = client.update_password("ada12", password="Secret-13")
assert ret, response

ret, response = client.create_queue("night", "default", "10", "20Gi", "main")
assert ret, response
ret, response = client.create_queue(
    name="day", namespace="default", cpu="10", men="20Gi", clustername="main"
)
assert ret, response
ret, response = client.grant_queue("ada12", queuename="night")
assert ret, response
ret, grants = client.show_queue_grant("ada12", 10)
assert ret, grants
print("grants:", [(grant.username, grant.resourceName) for grant in grants])
ret, queues = client.list_queue(100, None)
assert ret, queues
print("queues:", [(queue.name, queue.cpu, queue.mem, queue.clusterName) for queue in queues])
ret, queue = client.show_queue("night")
assert ret, queue
print("queue:", queue.status, queue.namespace, queue.createTime)
try:
    client.stop_queue("night")
except NotImplementedError as error:
    print("stop_queue:", error)
ret, flavours = client.list_flavour()
assert ret, flavours
print("flavours:", [flavour.name for flavour in flavours])

# -- storage ---------------------------------------------------------------------------------------
ret, response = client.add_fs("data", "local://mnt/data", properties={"fileMode": "0644"})
assert ret, response
ret, fs = client.show_fs("data", username="ada12")
assert ret, fs
print("fs:", fs.name, fs.server_adddress, fs.subpath)
ret, response = client.add_link("data", "/link", "local://mnt/link", None, {"debug": "true"})
assert ret, response
ret, link = client.show_link("data", "/link")
assert ret, link
ret, links = client.show_link("data", maxsize=5)
assert ret, links
print("links:", link.fspath, [one.name for one in links])
try:
    client.mount("data", "/mnt/data")
except NotImplementedError as error:
    print("mount:", error)

# -- runs and what they leave ----------------------------------------------------------------------
ret, run_id = client.create_run(fsname="data", runyamlpath="./run.yaml")
assert ret, run_id
ret, run_id = client.create_run("data", run_yaml_raw=Path(workflow).read_text(), param={"n": 3})
assert ret, run_id
ret, run_id = client.create_run(fs_name="data", run_name="r", run_yaml_raw=Path(workflow))
assert ret, run_id
marker, found = None, []
while True:
    ret, page = client.list_run(status="running", maxsize=1, marker=marker)
    assert ret, page
    found += [run.run_id for run in page["runList"]]
    marker = page["nextMarker"]
    if not marker:
        break
print("runs:", found)
ret, run = client.show_run(run_id)
assert ret, run
print("run:", run.run_id, run.status, {name: dag[0].name for name, dag in run.runtime.items()})
ret, logs = client.show_log(run_id, pagesize=10, pageno=1, logfileposition="begin")
assert ret, logs
print("logs:", [(log.runid, log.pagesize, log.log_content) for log in logs])
ret, response = client.stop_run(run_id, force=True)
assert ret, response
ret, response = client.delete_run(run_id, check_cache=False)
assert ret, response
ret, response = client.retry_run(run_id)
assert ret, response
ret, page = client.list_cache(None, "data")
assert ret, page
ret, cache = client.show_cache(page["runCacheList"][0].cache_id)
assert ret, cache
ret, page = client.list_artifact(run_filter=run_id)
assert ret, page
print("artifacts:", len(page["artifactList"]))

# -- templates, schedules, clusters ----------------------------------------------------------------
ret, made = client.create_pipeline("data", yaml_raw=Path(workflow).read_bytes())
assert ret, made
ret, response = client.update_pipeline(made["pplID"], "data", "./run.yaml", desc="again")
assert ret, response
ret, page = client.show_pipeline(made["pplID"], max_keys=5)
assert ret, page
print("template:", page["pipelineInfo"].pipeline_id, len(page["pipelineVersionList"]))
ret, shown = client.show_pipeline_version(made["pplID"], made["pplVerID"])
assert ret, shown
ret, schedule = client.create_schedule(
    "nightly", made["pplID"], made["pplVerID"], "0 3 * * *", concurrency=1, catchup=False
)
assert ret, schedule
ret, shown = client.show_schedule(schedule)
assert ret, shown
ret, response = client.stop_schedule(schedule)
assert ret, response
ret, cluster = client.create_cluster("c1", "127.0.0.1", "Kubernetes", credential=b"key")
assert ret, cluster
ret, clusters = client.list_cluster(clusterstatus="online")
assert ret, clusters
print("clusters:", [one.clustername for one in clusters])
ret, resources = client.list_cluster_resource()
assert ret, resources
ret, statistics = client.get_statistics("job-1", runid=run_id)
assert ret, statistics
ret, detail = client.get_statistics_detail("job-1", start=1, end=100, step=10)
assert ret, detail
print("statistics:", detail.truncated, detail.result[0].task_info[0].values)

# -- tidy up, and see what goes wrong --------------------------------------------------------------
for delete, name in (
    (client.delete_schedule, schedule),
    (client.delete_pipeline, made["pplID"]),
    (client.delete_cache, cache.cache_id),
    (client.delete_cluster, "c1"),
    (client.delete_fs, "data"),
    (client.del_queue, "night"),
    (client.del_user, "ada12"),
):
    ret, response = delete(name)
    assert ret, response
for broken in (
    lambda: client.show_run(""),
    lambda: client.show_run(object()),
    lambda: client.create_run(param={"n": object()}),
    lambda: client.create_run(run_yaml_raw=Path("there-is-no-such-file")),
    lambda: client.create_run(param={"n": float("nan")}),
    lambda: paddleflow.Client(host, "root", "secret1", "1").list_queue(),
):
    ret, response = broken()
    assert ret is False and isinstance(response, str) and response, (ret, response)
print("done")
