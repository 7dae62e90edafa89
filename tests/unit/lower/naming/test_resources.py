"""From tags, operationIds and paths to ``resource.method``."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.lower.naming.placed import Given
from tests.unit.lower.naming.placed import placed as _placed

from specmill.diagnostics import SpecmillError
from specmill.document.operations import SourceOperation
from specmill.lower.naming.resources import place_operations


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("get", "/apis/v1/runs", "RunService", "ListRunsV1"), "runs.list"),
        (("get", "/apis/v1/runs/{id}", "RunService", "GetRun"), "runs.get"),
        (("post", "/v1/runs/{id}:archive", "RunService", "ArchiveRunV1"), "runs.archive"),
        (("get", "/pets", "pet", "listPets"), "pets.list"),
        (("get", "/pet/findByStatus", "pet", "findPetsByStatus"), "pets.find by status"),
        (("get", "/users", "users", "users_list"), "users.list"),
        (("get", "/repos/{r}", "repos", "repos/get"), "repos.get"),
        (("get", "/x", "users", "users.list-all"), "users.list all"),
        (("get", "/things", "ThingController", "getThings"), "things.get"),
        (("get", "/lists/list_a/by_state", "costs", ""), "costs.get list a by state"),
        (("get", "/schedules/scheduled_jobs", "jobs", ""), "jobs.list schedule scheduled jobs"),
        (("get", "/things", "things-api", "getThings"), "things.get"),
        (("post", "/p/upload", "PipelineUploadService", "UploadPipeline"), "pipeline.upload"),
        (("get", "/versions", "pipelines", "ListPipelineVersions"), "pipelines.list versions"),
        (("get", "/ping", None, "ping"), "ping"),
        (("get", "/health/live", None, "isLive"), "health.is live"),
        (("get", "/rooms", None, None), "rooms.list"),
        (("get", "/api/v2/rooms/{id}", None, None), "rooms.get"),
        (("post", "/rooms", None, None), "rooms.create"),
        (("delete", "/rooms/{id}/guests/{g}", None, None), "rooms.delete guest"),
        (("post", "/rooms/{id}/archive", None, None), "rooms.archive"),
        (("post", "/rooms/{id}:archive", None, None), "rooms.archive"),
        (("put", "/config", None, None), "config.replace"),
        (("get", "/", None, None), "get"),
        (("get", "/{id}", None, None), "get"),
        (("get", "/x", "{{ }}", "!!!"), "default.get x"),
    ],
)
def test_single_operations(given: Given, expected: str) -> None:
    assert _placed([given]) == [expected]


def test_the_plural_is_used_where_the_api_uses_it() -> None:
    assert _placed(
        [
            ("get", "/v1/runs", "RunService", "ListRuns"),
            ("get", "/v1/runs/{id}", "RunService", "GetRun"),
            ("post", "/v1/auth", "AuthService", "Authorize"),
        ]
    ) == ["runs.list", "runs.get", "auth.authorize"]


def test_methods_that_would_be_one_keep_their_full_names() -> None:
    assert _placed(
        [
            ("post", "/runs", "runs", "CreateRun"),
            ("post", "/runs2", "runs", "CreateRunV1"),
            ("get", "/runs", "runs", "get_run"),
            ("get", "/runs/all", "runs", "getRuns"),
        ]
    ) == ["runs.create", "runs.create v1", "runs.get", "runs.list"]


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        # FastAPI: function, path, method
        (
            [
                ("get", "/items/", "items", "read_items_items__get"),
                ("get", "/items/{item_id}", "items", "read_item_items__item_id__get"),
                ("post", "/api/v1/items/", "items", "create_item_api_v1_items__post"),
                ("get", "/", None, "root__get"),
                ("get", "/users/me", "users", "read_user_me_users_me_get"),
            ],
            "items.list, items.read, items.create, root, users.read me",
        ),
        (
            [
                ("get", "/a/things", "t", "list_a_things_get"),
                ("get", "/b/things", "t", "list_b_things_get"),
            ],
            "t.list a things, t.list b things",
        ),
        ([("get", "/items", "items", "items-read_items")], "items.read"),
        # NestJS, gRPC-gateway, Rails, Django, Azure: what it belongs to, a separator, a name
        (
            [
                ("get", "/users", "users", "UsersController_findAll"),
                ("get", "/cats", None, "CatsController_findAll"),
                ("get", "/cats/v2", None, "CatsController_findAll_v2"),
                ("get", "/health", None, "AppController_getHealth"),
                ("get", "/v1/orders", None, "OrderService_ListOrders"),
                ("get", "/disks", None, "Disks_ListByGroup"),
                ("get", "/rails", "rails", "rails#index"),
                ("get", "/api/v1/posts/{id}/", "api", "api_v1_posts_retrieve"),
            ],
            "users.find all, cats.find all, cats.find all v2, health.get, orders.list, "
            "disks.list by group, rails.index, api.retrieve",
        ),
        # method and path
        (
            [
                ("get", "/users", "users", "usersGet"),
                ("delete", "/users/{id}", "users", "usersIdDelete"),
                ("get", "/users/{id}/posts", "users", "usersIdPostsGet"),
                ("get", "/api/orders/{id}", "Orders", "ApiOrdersByIdGet"),
                ("get", "/cars/{id}", "cars", "get-/cars/{id}"),
                ("get", "/cars", "cars", "GET /cars"),
                ("get", "/vans/{vanId}", "vans", "get-vans-vanId"),
            ],
            "users.list, users.delete, users.list posts, orders.get, cars.get, cars.list, vans.get",
        ),
        # what looks alike and is somebody's word
        (
            [
                ("get", "/users", "users", "getUsers"),
                ("get", "/cars", "cars", "cars_get"),
                ("get", "/vans", "vans", "findVans"),
            ],
            "users.get, cars.get, vans.find",
        ),
        # Spring
        (
            [
                ("get", "/users", "user-controller", "getUsersUsingGET"),
                ("get", "/users/{id}", "user-controller", "getUserUsingGET_1"),
                ("get", "/a", "a-controller", "list"),
                ("get", "/b", "b-controller", "list_1"),
                ("get", "/a/{id}", "a-controller", "list_2"),
                ("get", "/c", "c", "top_3"),
            ],
            "users.list, users.get, a.list, b.list, a.list by id, c.top 3",
        ),
        # nothing to go by
        (
            [
                ("get", "/x", "x", "???"),
                ("get", "/y", "y", "123"),
                ("get", "/w", "w", "查询"),
            ],
            "x.get, y.get, w.查询",
        ),
    ],
)
def test_what_the_author_wrote(operations: list[Given], expected: str) -> None:
    assert ", ".join(_placed(operations)) == expected


def test_untagged_operations_are_grouped_by_their_path() -> None:
    assert _placed(
        [
            ("get", "/v1/rooms", None, None),
            ("get", "/v1/rooms/{id}", None, None),
            ("get", "/status", None, None),
            ("get", "/ping", None, "ping"),
            ("get", "/guests", "guests", "listGuests"),
        ]
    ) == ["rooms.list", "rooms.get", "status.get", "ping", "guests.list"]


def test_the_document_may_say_it() -> None:
    given: Given = ("get", "/v1/jobs", "Jobs", "dataflow.jobs.list")
    said = {"x-specmill-resource": ["projects", "jobs"], "x-specmill-method": "list all"}
    assert _placed([given], **said) == ["projects.jobs.list all"]
    assert _placed([given], **{"x-specmill-resource": []}) == ["list"]
    assert _placed([given], **{"x-specmill-method": "all"}) == ["jobs.all"]


def test_pins_beat_everything() -> None:
    operations: list[Given] = [
        ("get", "/runs", "runs", "ListRuns"),
        ("get", "/old", "runs", "ListRunsOld"),
    ]
    pins = {"ListRunsOld": "runs.list"}
    assert _placed(operations, pins) == ["runs.list runs", "runs.list"]
    assert _placed(operations, {"ListRuns": "everything"}) == ["everything", "runs.list old"]


def test_two_pins_on_one_place_are_an_error() -> None:
    operations: list[Given] = [("get", "/a", "t", "one"), ("get", "/b", "t", "two")]
    with pytest.raises(SpecmillError):
        _placed(operations, {"one": "x.get", "two": "x.get"})


def test_the_order_of_operations_does_not_matter() -> None:
    operations: list[Given] = [
        ("get", "/runs", "runs", "ListRuns"),
        ("get", "/runs/{id}", "runs", "GetRun"),
        ("get", "/rooms", None, None),
        ("get", "/rooms/{id}", None, None),
    ]
    backwards = _placed(operations[::-1])
    assert _placed(operations) == backwards[::-1]


def test_names_of_a_discovery_tree_that_differ_in_capitals_alone_are_told_apart() -> None:
    nodes = [
        {"x-specmill-resource": ["things"], "x-specmill-method": name, "operationId": f"t.{name}"}
        for name in ("get", "GET")
    ]
    sources = [
        SourceOperation(f"/{number}", "get", node, {}, f"/paths/~1{number}/get")
        for number, node in enumerate(nodes)
    ]
    places = place_operations(sources, {}, {}, declared_is_pinned=False)
    assert sorted(place.name for place in places.values()) == ["GET 2", "get"]


def test_operations_stay_where_an_earlier_run_put_them_and_new_ones_join_them() -> None:
    operations: list[Given] = [
        ("get", "/boats", "boat upload", "listBoats"),
        ("get", "/boats/{id}", "boat upload", "readBoat"),
        ("put", "/boats/{id}", "boat upload", "list"),
        ("get", "/cars", "cars", "listCars"),
    ]
    sources = [
        SourceOperation(path, method, {"tags": [tag], "operationId": id_}, {}, f"/{number}")
        for number, (method, path, tag, id_) in enumerate(operations)
    ]
    given = {
        "/0": "boats.all",
        "/1": "boats.list",
        "/gone": "boats.gone",
        "/3": "bikes.all",  # its tag was another one
    }
    places = place_operations(sources, {}, given, declared_is_pinned=True)
    assert [(one.resource, one.name) for one in places.values()] == [
        (("boats",), "all"),
        (("boats",), "list"),
        (("boats",), "list boats"),
        (("cars",), "list"),
    ]
    pinned = place_operations(sources, {"readBoat": "ships.read"}, given, declared_is_pinned=True)
    assert pinned["/1"].resource == ("ships",)
    assert pinned["/2"].name == "list"


def test_getting_several_is_a_list_beside_getting_one() -> None:
    assert _placed(
        [
            ("get", "/runs", "runs", "getRuns"),
            ("get", "/runs/{id}", "runs", "getRun"),
            ("get", "/news", "news", "getNews"),
        ]
    ) == ["runs.list", "runs.get", "news.get"]


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        # What is no list of things is read as the author says.
        ([("get", "/stats", "stats", "getStats")], "stats.get"),
        ([("get", "/cars", "cars", "getCars"), ("post", "/cars", "cars", "addCar")], "cars.list"),
        (
            [("get", "/cars", "cars", "findCars"), ("get", "/cars/{id}", "cars", "getCar")],
            "cars.find",
        ),
        # One verb for one and for several
        (
            [("get", "/cars", "cars", "getCars"), ("get", "/cars/{id}", "cars", "getCar")],
            "cars.list",
        ),
        (
            [("get", "/cars", "cars", "getCars"), ("get", "/cars/{id}", "cars", "getCarById")],
            "cars.list",
        ),
        (
            [("get", "/cars", "cars", "getCars"), ("get", "/cars/{id}", "cars", "getCars_1")],
            "cars.list",
        ),
    ],
)
def test_a_verb_of_a_list_is_list_where_it_also_reads_one(
    operations: list[Given], expected: str
) -> None:
    assert _placed(operations, lists={"/0"})[0] == expected
    assert _placed(operations, holders={"/0"})[0] == expected


def test_ids_that_repeat_method_and_path_are_not_asked() -> None:
    assert _placed(
        [
            ("get", "/v1/orders", None, "GetOrders"),
            ("post", "/v1/orders", None, "PostOrders"),
            ("get", "/v1/orders/{order}", None, "GetOrdersOrder"),
            ("post", "/v1/orders/{order}", None, "PostOrdersOrder"),
            ("post", "/v1/orders/{order}/cancel", None, "PostOrdersOrderCancel"),
            ("get", "/v1/orders/{order}/lines/{id}", None, "GetOrdersOrderLinesId"),
            ("put", "/orders/{order_id}#close", "orders", "put_orders_id#close"),
            ("get", "/v3/orders/{id}/items", "orders", "getV3OrdersIdItems"),
            ("get", "/settings", None, "getSettings"),
            ("delete", "/orders/{id}", "orders", "eraseOrder"),
        ]
    ) == [
        *("orders.list", "orders.create", "orders.get", "orders.update", "orders.cancel"),
        *("orders.get line", "orders.close", "orders.list items", "settings.get", "orders.erase"),
    ]


def test_a_few_ids_that_repeat_the_path_may_be_meant() -> None:
    assert _placed(
        [("get", "/runs", "runs", "getRuns"), ("post", "/runs", "runs", "startRun")]
    ) == ["runs.get", "runs.start"]


def test_a_resource_in_front_of_most_ids_is_dropped() -> None:
    assert _placed(
        [
            ("get", "/images/json", "Image", "ImageList"),
            ("post", "/images/prune", "Image", "ImagePrune"),
            ("post", "/build", "Image", "BuildImage"),
            ("post", "/flows", "Report", "ReportFlow"),
            ("post", "/tasks", "Report", "ReportTask"),
            ("get", "/runs", "runs", "runTask"),
            ("get", "/runs/{id}", "runs", "getRun"),
            ("get", "/runs/{id}/x", "runs", "stopRun"),
            ("get", "/admin.apps.list", "admin.apps", "admin_apps_list"),
            ("get", "/admin.userNames.set", "admin.userNames", "admin_userNames_set"),
        ]
    ) == [
        *("images.list", "images.prune", "images.build"),
        *("report.report flow", "report.report task"),
        *("runs.run task", "runs.get", "runs.stop", "admin apps.list"),
        "admin user names.set",
    ]


def test_articles_go_with_the_noun() -> None:
    assert _placed(
        [
            ("patch", "/pages/{id}", "Pages", "update-a-page"),
            ("get", "/pages/{id}/p", "Pages", "retrieve-a-page-property"),
        ]
    ) == ["pages.update", "pages.retrieve property"]


def test_what_stands_before_a_separator_tells_ids_apart() -> None:
    assert _placed(
        [
            ("post", "/pulls", "pulls", "pulls/create"),
            ("get", "/pulls", "pulls", "pulls/list"),
            ("post", "/s", "pulls", "pull-stacks/create"),
            ("get", "/s", "pulls", "pull-stacks/list"),
            ("post", "/s/{id}/add", "pulls", "pull-stacks/add"),
            ("post", "/r/{id}/add", "pulls", "reviews/dismiss"),
        ]
    ) == [
        *("pulls.create", "pulls.list"),
        *("pulls.create pull stack", "pulls.list pull stacks", "pulls.add pull stack"),
        "pulls.dismiss",
    ]


def test_a_start_that_all_tags_share_is_dropped() -> None:
    assert _placed(
        [
            ("get", "/2024/Calls.json", "Api2024Call", "ListCall"),
            ("get", "/2024/Balance.json", "Api2024Balance", "FetchBalance"),
            ("get", "/2024/Keys.json", "Api2024NewKey", "ListNewKey"),
        ]
    ) == ["calls.list", "balance.fetch", "new key.list"]


def test_a_version_has_no_plural() -> None:
    assert _placed([("get", "/api/v1/pods", "core_v1", "listCoreV1Secrets")]) == [
        "core v1.list secrets"
    ]


def test_a_path_that_is_an_action_is_a_method_of_the_client() -> None:
    assert _placed(
        [
            ("post", "/sendMessage", None, None),
            ("post", "/setMyCommands", None, None),
            ("post", "/orderItems", None, None),
            ("get", "/v1/rooms?beta=true", None, None),
        ]
    ) == ["send message", "set my commands", "order items.create", "rooms.list"]


def test_paths_name_actions_and_tell_twins_apart() -> None:
    assert _placed(
        [
            ("post", "/intents/{id}/verify_deposits", None, None),
            ("post", "/intents/{id}/deposits/", None, None),
            ("get", "/intents/{id}/deposits/{d}/", None, None),
            ("post", "/intents/drop/remove/{path}", None, None),
            ("delete", "/intents", None, None),
            ("delete", "/intents/{id}", None, None),
            ("get", "/intents/{id}", None, None),
            ("get", "/intents/{tx_hash}/{index}", None, None),
            ("post", "/files/upload_sessions", None, None),
            ("post", "/files/{id}/upload", None, None),
            ("post", "/files/{id}", None, None),
            ("patch", "/files/{id}", None, None),
        ]
    ) == [
        *("intents.verify deposits", "intents.create deposit", "intents.get deposit"),
        *("intents.remove drop", "intents.delete intents", "intents.delete"),
        *("intents.get by id", "intents.get by tx hash and index"),
        *("files.create upload session", "files.upload", "files.create", "files.update"),
    ]


def test_braces_that_became_underscores_are_no_name() -> None:
    assert _placed(
        [
            ("get", "/families/{code}", "families", "get_family__code_"),
            ("patch", "/families/{code}", "families", "patch_family__code_"),
            ("get", "/families/{code}/items", "families", "get_family__code__items"),
        ]
    ) == ["families.get", "families.update", "families.list items"]


def test_what_a_tag_lacks_tells_lists_apart() -> None:
    assert _placed(
        [
            ("get", "/compliance/standards", "Compliance", "ComplianceStandards_List"),
            ("get", "/compliance/standards/{s}/controls", "Compliance", "ComplianceControls_List"),
            ("get", "/compliance", "Compliance", "Compliance_List"),
        ]
    ) == ["compliance.list standards", "compliance.list controls", "compliance.list"]


def test_methods_tell_namesakes_apart_before_numbers_do() -> None:
    assert _placed(
        [
            ("get", "/createPad", "pads", "createPadUsingGET"),
            ("post", "/createPad", "pads", "createPadUsingPOST"),
            ("get", "/{bucket}#website", None, None),
            ("delete", "/{bucket}#website", None, None),
            ("post", "/{bucket}#restore", None, None),
        ]
    ) == ["pads.get create", "pads.post create", "get website", "delete website", "restore"]


def test_versions_and_endings_tell_namesakes_apart() -> None:
    assert _placed(
        [
            ("get", "/v2/logs/{id}", "logs", "get-v2-log"),
            ("get", "/ip/{ip}", "ip", None),
            ("get", "/ip/{ip}.txt", "ip", None),
            ("get", "/baskets", "baskets", None),
            ("get", "/api/baskets", "baskets", None),
            ("get", "/actions/{idAction}", "actions", "getActionsByIdAction"),
            ("get", "/actions/{idAction}/{field}", "actions", "getActionsByIdActionByField"),
        ]
    ) == [
        *("logs.get v2 log", "ip.get ip by ip", "ip.get ip txt"),
        *("baskets.list baskets", "baskets.list baskets api"),
        *("actions.get", "actions.get by field"),
    ]


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        # Litestar: path and handler
        (
            [
                ("get", "/orders", "orders", "OrdersListOrders"),
                ("get", "/orders/{order_id}", "orders", "OrdersOrderIdGetOrder"),
                ("post", "/files/upload-many", "files", "FilesUploadManyUploadMany"),
                ("post", "/books/{id}/lend", "books", "BooksIdLendLendBook"),
                ("get", "/health", None, "HealthHealthCheck"),
                ("post", "/login", "login", "LoginLogIn"),
            ],
            "orders.list, orders.get, files.upload many, books.lend, health.check, login.log in",
        ),
        # Django REST framework below a prefix
        (
            [
                ("get", "/api/v2/books/", "Books", "api_v2_books_list"),
                ("post", "/api/v2/books/", "Books", "api_v2_books_create"),
                ("put", "/api/v2/books/{id}/", "Books", "api_v2_books_update"),
                ("patch", "/api/v2/books/{id}/", "Books", "api_v2_books_partial_update"),
                ("post", "/api/v2/books/{id}/rate/", "Books", "api_v2_books_rate_create"),
                ("get", "/api/v2/books/{id}/pages/", "Books", "api_v2_books_pages_list"),
            ],
            "books.list, books.create, books.update, books.partial update, books.rate create, "
            "books.list pages",
        ),
        # one function at two paths
        (
            [
                ("get", "/model/info", "models", "model_info_v1_model_info_get"),
                ("get", "/v1/model/info", "models", "model_info_v1_v1_model_info_get"),
            ],
            "models.info, models.info v1",
        ),
        # one and many by the same verb
        (
            [
                ("get", "/zones", "zones", "listZones"),
                ("get", "/zones/{id}", "zones", "listZone"),
                ("get", "/items", "items", "read_items"),
                ("get", "/items/{id}", "items", "read_item"),
            ],
            "zones.list, zones.get, items.list, items.read",
        ),
        # the verb is also the path
        (
            [
                ("post", "/resize", "images", "resize_image"),
                ("get", "/stream/{n}", "files", "stream-blob"),
                ("get", "/users", "admin", "users_list"),
            ],
            "images.resize, files.stream blob, admin.list users",
        ),
        # FastAPI: a path that is another one now, and a method in the function's name
        (
            [
                (
                    "post",
                    "/helpers/{helper_id}/latest",
                    "helpers",
                    "set_latest_version_helpers__helper_id__versions_post",
                ),
                (
                    "post",
                    "/helpers/{helper_id}/copy",
                    "helpers",
                    "copy_helper_post_helpers__helper_id__copy_post",
                ),
                ("post", "/runs/batch", "Stateless runs", "run_batch_stateless_runs_post"),
                ("post", "/runs/crons/search", "crons", "search_crons_runs_crons_post"),
                ("put", "/a/module/dynamic", "modules", "registerModules_put"),
            ],
            "helpers.set latest version, helpers.copy, stateless runs.run batch stateless runs, "
            "crons.search, modules.register",
        ),
        # drf-yasg, whose tag is the first segment
        (
            [
                ("get", "/dcim/modules/{id}/", "dcim", "dcim_modules_read"),
                ("get", "/dcim/racks/{id}/", "dcim", "dcim_racks_read"),
                ("patch", "/dcim/racks/{id}/", "dcim", "dcim_racks_partial_update"),
                ("delete", "/dcim/racks/", "dcim", "dcim_racks_bulk_delete"),
            ],
            "dcim.read module, dcim.read rack, dcim.partial update rack, dcim.bulk delete racks",
        ),
        # ASP.NET and others: a group and what it does
        (
            [
                ("get", "/tabs/{id}", "CustomTabs", "Tab_GetCustomTab"),
                ("put", "/templates/{id}/notes", "Notes", "Note_PutTemplatesIdNotes"),
                ("get", "/sim/{id}", "SIM Cards", "SIMCardGet"),
            ],
            "custom tabs.get, notes.replace, sim cards.get",
        ),
        # Google: a tree of which the tag is the top
        (
            [
                ("get", "/v1/{parent}/nodePools", "projects", "c.projects.zones.nodePools.list"),
                ("get", "/v1/{parent}/locations", "projects", "c.projects.locations.list"),
                ("delete", "/v1/{name}", "projects", "c.projects.zones.nodePools.delete"),
                ("delete", "/v2/{name}", "projects", "c.projects.zones.clusters.delete"),
            ],
            "projects.list node pools, projects.list locations, projects.delete node pool, "
            "projects.delete cluster",
        ),
        # an article, whatever follows
        (
            [("delete", "/r/e/{id}", "repos", "repos/delete-an-environment")],
            "repos.delete environment",
        ),
        # a path that ends in a thing
        (
            [
                ("post", "/customers/{id}/cash_balance", "customers", None),
                ("post", "/customers/{id}/archive", "customers", None),
            ],
            "customers.create cash balance, customers.archive",
        ),
        # nothing but the resource
        (
            [
                ("get", "/status", "status", "status"),
                ("get", "/settings", "settings", "Settings"),
                ("get", "/pets", "pets", "pets"),
                ("get", "/pets/{id}", "pets", "pet"),
                ("post", "/predict", "predict", "predict"),
            ],
            "status.get, settings.get, pets.list, pets.get, predict.predict",
        ),
        # the resource in front of all ids, whatever follows
        (
            [
                ("get", "/info", "System", "SystemInfo"),
                ("get", "/version", "System", "SystemVersion"),
                ("get", "/distribution/{name}/json", "Distribution", "DistributionInspect"),
                ("post", "/containers/{id}/exec", "Exec", "ContainerExec"),
            ],
            "system.info, system.version, distribution.inspect, exec.container exec",
        ),
        # paths that say what they do
        (
            [
                ("post", "/orders/bulk-delete", None, None),
                ("get", "/orders:batchGet", None, None),
                ("put", "/auth/change-password", None, None),
                ("post", "/auth/forgot-password", None, None),
                ("post", "/files/upload-many", None, None),
                ("post", "/files/upload_sessions", None, None),
            ],
            "orders.bulk delete, orders.batch get, auth.change password, auth.forgot password, "
            "files.upload many, files.create upload session",
        ),
        ([("get", "/clients", "oAuth2", "listOAuth2Clients")], "oauth2.list clients"),
        # Litestar and NestJS, without a verb in front and without tags
        (
            [
                ("get", "/health", "System", "HealthSystemHealth"),
                ("get", "/info", "System", "InfoSystemInfo"),
                ("get", "/dogs/{id}/toys", None, "DogToysController_list"),
            ],
            "system.health, system.info, dogs.list toys",
        ),
        # Django REST below a prefix: the end of the path is a verb
        (
            [("post", "/api/auth/token/refresh/", "auth", "api_auth_token_refresh_create")],
            "auth.refresh token",
        ),
        # .NET: all of them are asynchronous there
        (
            [
                ("get", "/customer/all", "Customer", "GetAllCustomersAsync"),
                ("post", "/customer", "Customer", "AddCustomerAsync"),
                ("delete", "/customer/{id}", "Customer", "DeleteCustomerAsync"),
            ],
            "customers.get all, customers.add, customers.delete",
        ),
        # huma: ids made of method and path
        (
            [
                ("post", "/things", None, "post-things"),
                ("get", "/things", None, "list-things"),
                ("get", "/things/{thing-id}/parts", None, "list-things-by-thing-id-parts"),
            ],
            "things.create, things.list, things.list parts",
        ),
        # Spring: a REST controller
        ([("get", "/pets", "pet-rest-controller", "listPets")], "pets.list"),
        # a tag that ends in what others end in for nothing
        ([("get", "/terms", "Terms of service", "listTerms")], "terms of service.list terms"),
        # two words of what is done, a word before it, all of several
        (
            [
                ("post", "/items/bulk", "items", "bulk_create_items"),
                ("get", "/items", "items", "getAllItems"),
                ("get", "/items/beta", "items", "beta_list_items"),
                ("post", "/bulk/{name}", "bulk", "createBulkByName"),
            ],
            "items.bulk create, items.get all, items.beta list, bulk.create by name",
        ),
        # what nearly all names of a resource call it
        (
            [
                ("get", "/usage/triggers", "triggers", "ListUsageTrigger"),
                ("post", "/usage/triggers", "triggers", "CreateUsageTrigger"),
                ("get", "/usage/triggers/{id}", "triggers", "FetchUsageTrigger"),
            ],
            "triggers.list, triggers.create, triggers.fetch",
        ),
        (
            [
                ("post", "/projects/{id}/roles", "roles", "createProjectRole"),
                ("post", "/roles", "roles", "createRole"),
            ],
            "roles.create project role, roles.create",
        ),
        # the resource in front and the verb behind
        (
            [
                ("post", "/link/token/create", "link", "linkTokenCreate"),
                ("post", "/link/token/get", "link", "linkTokenGet"),
            ],
            "link.token create, link.token get",
        ),
        # the method behind
        (
            [
                ("delete", "/alerts/{id}", "uptime", "hook_delete"),
                ("post", "/alerts", "uptime", "hook_post"),
                ("post", "/text", "uptime", "lemmatize_post"),
            ],
            "uptime.delete hook, uptime.hook post, uptime.lemmatize post",
        ),
        # paths alone: what is behind the resource, unless others are called so
        (
            [
                ("get", "/governance/dreps/{id}/delegators", "Cardano governance", None),
                ("get", "/governance/dreps/{id}", "Cardano governance", None),
                ("post", "/users/{id}/mail", "mail", None),
                ("get", "/users/{id}/search", "search", None),
                ("get", "/issue_trackers/{t}/issues/{i}", "issue_trackers", None),
                ("delete", "/roles/{id}", "roles", None),
                ("delete", "/clients/{id}/roles/{r}", "roles", None),
                ("delete", "/apps/{id}/roles/{r}", "roles", None),
                ("put", "/clients/{id}/default-client-scopes/{s}", "clients", None),
            ],
            "cardano governance.list drep delegators, cardano governance.get drep, mail.create, "
            "search.search user, issue trackers.get issue, "
            "roles.delete, roles.delete for client, roles.delete for app, "
            "clients.replace default client scope",
        ),
        # verbs that paths end in
        (
            [
                ("get", "/v1/charges/search", "charges", None),
                ("post", "/v1/invoices/create_preview", "invoices", None),
                ("get", "/v2.1/billing_plans/{id}", "billing plans", None),
            ],
            "charges.search, invoices.create preview, billing plans.get",
        ),
        # Azure: things that are tagged as others
        (
            [
                ("patch", "/s/{s}/virtualWans/{v}", "VirtualWans", "VirtualWans_UpdateTags"),
                ("patch", "/s/{s}/virtualHubs/{h}", "VirtualWans", "VirtualHubs_UpdateTags"),
            ],
            "virtual wans.update tags, virtual wans.update virtual hubs tags",
        ),
    ],
)
def test_ids_of_frameworks(operations: list[Given], expected: str) -> None:
    assert ", ".join(_placed(operations)) == expected


def test_an_answer_tells_a_list_from_one_thing() -> None:
    operations: list[Given] = [
        ("get", "/api/Order", "Order", None),
        ("get", "/api/Order/{id}", "Order", None),
    ]
    sources = [
        SourceOperation(path, method, {"tags": [tag]}, {}, f"/{number}")
        for number, (method, path, tag, _) in enumerate(operations)
    ]
    places = place_operations(sources, {}, {}, declared_is_pinned=True, lists={"/0"})
    assert [one.name for one in places.values()] == ["list", "get"]


@pytest.mark.parametrize(
    "said",
    [
        {
            "x-fern-sdk-group-name": ["import_storage", "azure"],
            "x-fern-sdk-method-name": "sync_now",
        },
        {
            "x-speakeasy-group": "import_storage.azure",
            "x-speakeasy-name-override": "syncNow",
        },
    ],
)
def test_extensions_of_other_generators_name_operations(said: dict[str, Any]) -> None:
    given: Given = ("post", "/storages/azure/{id}/sync", "Storage: Azure", "storages_sync_create")
    assert _placed([given], **said) == ["import storage.azure.sync now"]


def test_names_of_an_earlier_run_go_before_new_rules() -> None:
    """What a release before this one wrote into the lock stays, whatever rule has changed."""
    cases: list[tuple[Given, dict[str, Any], str]] = [
        (("get", "/a", "oAuth2", "oAuth2Authorize"), {}, "o auth2.o auth2 authorize"),
        (("get", "/items", "items", "read_items"), {}, "items.read items"),
        (
            ("get", "/whoami", "Users", "whoami_retrieve"),
            {"x-fern-sdk-group-name": "people", "x-fern-sdk-method-name": "me"},
            "users.retrieve whoami",
        ),
        (("post", "/api/Orders", "Orders", "Orders_Post"), {}, "orders.post"),
        (("put", "/api/books/{id}", "Book", "api_books_id_put"), {}, "books.replace id"),
        (("get", "/users", "Users", "5f4dcc3b5aa765d61d8327deb882cf99"), {}, "users.method 5f4dcc"),
        (
            ("get", "/pets", "crate::api::pets", "list_pets"),
            {},
            "crate api pets.list pets",
        ),
        (
            (
                "get",
                "/customers/{id}",
                "customer-entity-controller",
                "getItemResource-customer-get",
            ),
            {},
            "customer entity.get customer",
        ),
        (("post", "/rpc/add", "(rpc) add", ""), {}, "rpc add.create"),
        (("get", "/getUsers", "", ""), {}, "get users.list"),
        (("get", "/Products", "Products.Product", "ListProduct"), {}, "products product.list"),
        (("get", "/xcomEntries", "XCom", "get_xcom_entries"), {}, "x com.get xcom entries"),
        (("post", "/reports", "Report", "ReportFlow"), {}, "report.report flow"),
    ]
    for (method, path, tag, id_), said, name in cases:
        node = {"tags": [tag], "operationId": id_, **said}
        source = SourceOperation(path, method, node, {}, "/0")
        (place,) = place_operations(
            [source], {}, {source.pointer: name}, declared_is_pinned=True
        ).values()
        assert ".".join((*place.resource, place.name)) == name


_DCIM: list[Given] = [
    ("get", "/dcim/cables/", "dcim", "dcim_cables_list"),
    ("post", "/dcim/cables/", "dcim", "dcim_cables_create"),
    ("get", "/dcim/front-ports/{id}/", "dcim", "dcim_front-ports_read"),
    ("get", "/dcim/front-ports/{id}/trace/", "dcim", "dcim_front-ports_trace"),
    ("get", "/dcim/connected-device/", "dcim", "dcim_connected-device_list"),
    ("get", "/status/", "status", "status_list"),
]


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        (
            _DCIM,
            "dcim.cables.list, dcim.cables.create, dcim.front ports.read, dcim.front ports.trace, "
            "dcim.list connected device, status.list",
        ),
        (
            [
                ("get", "/v1/radar/value_lists", None, None),
                ("get", "/v1/radar/value_lists/{id}", None, None),
                ("get", "/v1/radar/warnings", None, None),
                ("post", "/v1/radar/warnings/{id}/approve", None, None),
                ("get", "/v1/plans", None, None),
            ],
            "radar.value lists.list, radar.value lists.get, radar.warnings.list, "
            "radar.warnings.approve, plans.list",
        ),
        # Something of its own, things with one operation each, what is no thing
        (
            [
                ("get", "/users/{id}", "users", None),
                ("get", "/users/keys", "users", None),
                ("post", "/users/keys", "users", None),
                ("get", "/users/mails", "users", None),
                ("post", "/users/mails", "users", None),
                ("get", "/x", "x", None),
            ],
            "users.get, users.list keys, users.create key, users.list mails, users.create mail, "
            "x.get",
        ),
        (
            [
                ("post", "/auth/login", "auth", None),
                ("post", "/auth/logout", "auth", None),
                ("get", "/auth/by-name/{name}", "auth", None),
                ("delete", "/auth/by-name/{name}", "auth", None),
                ("get", "/x", "x", None),
            ],
            "auth.login, auth.logout, auth.get by name, auth.delete by name, x.get",
        ),
        # Ids that people wrote tell things apart.
        (
            [
                ("get", "/repos/keys", "repos", "listKeys"),
                ("post", "/repos/keys", "repos", "addKey"),
                ("get", "/repos/hooks", "repos", "listHooks"),
                ("post", "/repos/hooks", "repos", "addHook"),
                ("get", "/x", "x", "getX"),
            ],
            "repos.list keys, repos.add key, repos.list hooks, repos.add hook, x.get",
        ),
    ],
)
def test_namespaces_hold_resources(operations: list[Given], expected: str) -> None:
    assert ", ".join(_placed(operations)) == expected


def test_a_namespace_that_was_one_resource_stays_one() -> None:
    sources = [
        SourceOperation(path, method, {"tags": [tag], "operationId": id_}, {}, f"/{number}")
        for number, (method, path, tag, id_) in enumerate(_DCIM)
    ]
    flat = {"/0": "dcim.list cables", "/1": "dcim.create cable"}
    places = place_operations(sources, {}, flat, declared_is_pinned=True)
    assert {one.resource for one in places.values()} == {("dcim",), ("status",)}
    assert [places["/0"].name, places["/3"].name] == ["list cables", "front ports trace"]
    divided = {"/0": "dcim.cables.list", "/4": "dcim.list connected device"}
    places = place_operations(sources[:1] + sources[4:], {}, divided, declared_is_pinned=True)
    assert places["/0"].resource == ("dcim", "cables")


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        # A letter by itself is no word where ids write one.
        ([("post", "/a2a/{id}", "A2A", "post_a2a")], "a2a.post"),
        ([("get", "/xcomEntries/{key}", "XCom", "get_xcom_entry")], "xcom.get entry"),
        ([("get", "/axes", "XAxis", "getXAxis")], "x axis.get"),
        # POST to several things creates one of them.
        (
            [
                ("post", "/links", "links", "post_link"),
                ("get", "/links/{id}", "links", "get_link"),
                ("post", "/boxes/{id}", "boxes", "post_box"),
            ],
            "links.create, links.get, boxes.post",
        ),
        (
            [
                ("post", "/links", "links", "post_link"),
                ("post", "/links/new", "links", "create_link"),
                ("get", "/links/{id}", "links", "get_link"),
            ],
            "links.post, links.create, links.get",
        ),
        # A filter that is sent is no less of a list.
        (
            [
                ("get", "/flows/{id}", "flows", "read_flow"),
                ("post", "/flows/filter", "flows", "read_flows"),
                ("post", "/pots", "pots", "get_pots"),
            ],
            "flows.read, flows.list, pots.get",
        ),
        # One function by two methods, at two paths; one and many by a verb that writes
        (
            [
                ("get", "/runs/{id}/history", "runs", "get_run_history_runs__id__history_get"),
                ("post", "/runs/{id}/history", "runs", "get_run_history_runs__id__history_post"),
            ],
            "runs.get history, runs.post get history",
        ),
        (
            [
                ("get", "/runs/{id}/parts", "runs", "get_run_parts_runs__id__parts_get"),
                ("get", "/runs/{id}/parts/{at}", "runs", "get_run_parts_runs__id__parts__at__get"),
            ],
            "runs.get parts, runs.get parts by at",
        ),
        (
            [
                ("post", "/runs/clear", "runs", "clearRuns"),
                ("post", "/runs/{id}/clear", "runs", "clearRun"),
            ],
            "runs.clear runs, runs.clear",
        ),
    ],
)
def test_what_a_reviewer_would_write(operations: list[Given], expected: str) -> None:
    assert ", ".join(_placed(operations)) == expected
    assert ", ".join(reversed(_placed(operations[::-1]))) == expected
