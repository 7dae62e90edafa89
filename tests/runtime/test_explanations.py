"""What error bodies say, in the forms that frameworks write."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from sample_sdk import Library, RequestOptions
from sample_sdk._runtime.errors.api_errors import StatusError
from sample_sdk._runtime.errors.explanations import explanation
from sample_sdk._runtime.requests.request import Request

BODIES: dict[str, tuple[Any, str]] = {
    "fastapi": (
        {
            "detail": [
                {
                    "type": "missing",
                    "loc": ["body", "name"],
                    "msg": "Field required",
                    "input": {"pw": "x"},
                },
                {"loc": ["query", "n"], "msg": "Input should be a valid integer"},
            ]
        },
        "body.name: Field required; query.n: Input should be a valid integer",
    ),
    "fastify-validation": (
        {"message": "x", "validation": [{"instancePath": "/age", "message": "must be integer"}]},
        "x: /age: must be integer",
    ),
    "micronaut": (
        {
            "message": "Bad Request",
            "_embedded": {"errors": [{"message": "name: must not be blank"}]},
        },
        "name: must not be blank",
    ),
    "echo": ({"message": {"name": "cannot be blank"}}, "name: cannot be blank"),
    "zod-tree": (
        {"error": {"errors": [], "properties": {"name": {"errors": ["Required"]}}}},
        "name: Required",
    ),
    "celebrate": (
        {
            "error": "Bad Request",
            "message": "Validation failed",
            "validation": {"body": {"source": "body", "keys": ["name"], "message": "is required"}},
        },
        "Validation failed: body: is required",
    ),
    "express-validator": (
        {"errors": {"email": {"value": "x@y", "msg": "Invalid value", "param": "email"}}},
        "email: Invalid value",
    ),
    "a-value-repeated": ({"errors": {"n": {"value": "x@y", "reason": "too long"}}}, "n: too long"),
    "mongoose": (
        {
            "errors": {"name": {"name": "ValidatorError", "message": "Path `name` is required."}},
            "message": "Validation failed: name: Path `name` is required.",
        },
        "Validation failed: name: Path `name` is required.",
    ),
    "said-again": (
        {"cause": "no such container", "message": 'no container "x": no such container'},
        'no container "x": no such container',
    ),
    "hydra-hint": (
        {"error": "invalid_grant", "error_description": "It is malformed", "error_hint": "Log in"},
        "invalid_grant: It is malformed: Log in",
    ),
    "keycloak-fields": (
        {
            "field": "username",
            "errorMessage": "error-invalid-length",
            "params": ["username", 3, 255],
            "errors": [{"field": "username", "errorMessage": "error-invalid-length"}],
        },
        "username: error-invalid-length",
    ),
    "spring-data-rest": (
        {"cause": {"cause": None, "message": "Duplicate key"}, "message": "could not insert"},
        "could not insert: Duplicate key",
    ),
    "rails-full": ({"errors": {"full_messages": ["Name is blank"]}}, "Name is blank"),
    "phoenix": ({"errors": {"detail": "No such thing"}}, "No such thing"),
    "a-field-called-title": ({"errors": {"title": "can't be blank"}}, "title: can't be blank"),
    "webapi": (
        {"Message": "The request is invalid.", "ModelState": {"model.Name": ["Required."]}},
        "The request is invalid: model.Name: Required",
    ),
    "fluentvalidation": (
        [{"propertyName": "Name", "errorMessage": "must not be empty", "attemptedValue": "x"}],
        "Name: must not be empty",
    ),
    "abp": (
        {
            "error": {
                "message": "Not valid",
                "validationErrors": [{"message": "Too long", "members": ["userName", "email"]}],
            }
        },
        "Not valid: userName, email: Too long",
    ),
    "slack": (
        {"error": "invalid_arguments", "response_metadata": {"messages": ["missing: channel"]}},
        "invalid_arguments: missing: channel",
    ),
    "telegram": ({"ok": False, "description": "chat not found"}, "chat not found"),
    "errors-one-text": ({"errors": "Not here"}, "Not here"),
    "an-object-around": ({"response": {"error": {"message": "why"}}}, "why"),
    "a-result-is-no-reason": ({"message": "why", "result": {"tags": ["a", "b"]}}, "why"),
    "tsoa": (
        {"message": "Invalid", "details": {"body.name": {"message": "is required"}}},
        "Invalid: body.name: is required",
    ),
    "pydantic": (
        [{"type": "missing", "loc": ["name"], "msg": "Field required"}],
        "name: Field required",
    ),
    "fastapi-text": ({"detail": "Not authenticated"}, "Not authenticated"),
    "fastapi-obj": ({"detail": {"code": "X", "message": "no quota"}}, "no quota"),
    "nest": (
        {
            "statusCode": 400,
            "message": ["name must be a string", "age must be a number"],
            "error": "Bad Request",
        },
        "name must be a string; age must be a number",
    ),
    "nest-text": (
        {"statusCode": 404, "message": "Cat #9 not found", "error": "Not Found"},
        "Cat #9 not found",
    ),
    "nest-constraints": (
        {
            "statusCode": 422,
            "message": [
                {
                    "property": "name",
                    "children": [],
                    "constraints": {"isString": "name must be a string"},
                }
            ],
            "error": "Unprocessable Entity",
        },
        "Unprocessable Entity: name: name must be a string",
    ),
    "drf": (
        {
            "name": ["This field is required."],
            "items": [{}, {"qty": ["No integer."]}],
            "address": {"city": ["Blank."]},
        },
        "name: This field is required; items.1.qty: No integer; address.city: Blank",
    ),
    "drf2": (
        {"non_field_errors": ["The fields a, b must make a unique set."]},
        "The fields a, b must make a unique set",
    ),
    "drf-title": (
        {"title": ["This field may not be blank."]},
        "title: This field may not be blank",
    ),
    "drf-detail": (
        {"detail": "Authentication credentials were not provided."},
        "Authentication credentials were not provided.",
    ),
    "drf-standardized": (
        {
            "type": "validation_error",
            "errors": [{"code": "required", "detail": "This field is required.", "attr": "name"}],
        },
        "name: This field is required",
    ),
    "jsonapi": (
        {
            "errors": [
                {
                    "status": "422",
                    "title": "Invalid",
                    "detail": "can't be blank",
                    "source": {"pointer": "/data/attributes/name"},
                }
            ]
        },
        "/data/attributes/name: can't be blank",
    ),
    "errors-msg": ({"errors": [{"message": "WHY"}]}, "WHY"),
    "errors-text": (
        {"errors": ["a is wrong", "b is wrong", "c", "d", "e"]},
        "a is wrong; b is wrong; c and 2 more",
    ),
    "rails": (
        {"errors": {"name": ["can't be blank"], "base": ["too many"]}},
        "name: can't be blank; too many",
    ),
    "rails2": ({"error": "name can't be blank", "status": 422}, "name can't be blank"),
    "aspnet": (
        {
            "type": "https://tools.ietf.org/html/rfc9110",
            "title": "Validation errors occurred.",
            "status": 400,
            "errors": {
                "Name": ["It is required."],
                "$.age": ["could not be converted"],
            },
            "traceId": "00-1",
        },
        "Validation errors occurred: Name: It is required; $.age: could not be converted",
    ),
    "aws": ({"__type": "com.amazon#ValidationException", "Message": "WHY"}, "WHY"),
    "errmsg": ({"errcode": 1, "errmsg": "WHY"}, "WHY"),
    "msg": ({"code": 7, "msg": "WHY"}, "WHY"),
    "reason": ({"reason": "WHY so"}, "WHY so"),
    "odata3": ({"odata.error": {"code": "X", "message": {"lang": "en", "value": "WHY"}}}, "WHY"),
    "odata": ({"error": {"code": "X", "message": {"value": "WHY"}}}, "WHY"),
    "odata4": (
        {
            "error": {
                "code": "BadRequest",
                "message": "Invalid entity",
                "details": [{"code": "R", "target": "Name", "message": "is required"}],
                "innererror": {"trace": []},
            }
        },
        "Invalid entity: Name: is required",
    ),
    "apigee": (
        {
            "fault": {
                "faultstring": "Invalid ApiKey",
                "detail": {"errorcode": "oauth.v2.InvalidApiKey"},
            }
        },
        "Invalid ApiKey",
    ),
    "google-old": (
        {"error": {"errors": [{"domain": "global", "reason": "required", "message": "Required"}]}},
        "Required",
    ),
    "ory": (
        {
            "error": {
                "code": 400,
                "status": "Bad Request",
                "reason": '"nope" is not valid "email"',
                "message": "The request was malformed or contained invalid parameters",
            }
        },
        'The request was malformed or contained invalid parameters: "nope" is not valid "email"',
    ),
    "kratos": (
        {
            "id": "1",
            "type": "browser",
            "ui": {
                "action": "https://x",
                "method": "POST",
                "messages": [
                    {"id": 1, "text": "The provided credentials are invalid", "type": "error"}
                ],
                "nodes": [
                    {
                        "type": "input",
                        "group": "default",
                        "attributes": {"name": "traits.email", "type": "email", "value": "nope"},
                        "messages": [{"id": 2, "text": "nope is not valid email", "type": "error"}],
                    },
                    {"type": "input", "attributes": {"name": "csrf_token"}, "messages": []},
                ],
            },
        },
        "The provided credentials are invalid; traits.email: nope is not valid email",
    ),
    "gotify": (
        {
            "error": "Bad Request",
            "errorCode": 400,
            "errorDescription": "Field 'message' is required",
        },
        "Field 'message' is required",
    ),
    "oauth": (
        {"error": "invalid_request", "error_description": "The request is missing x"},
        "invalid_request: The request is missing x",
    ),
    "rfc9457": (
        {
            "title": "Bad Request",
            "status": 422,
            "detail": "validation failed",
            "errors": [{"message": "expected length >= 2", "location": "body.name", "value": "x"}],
        },
        "validation failed: body.name: expected length >= 2",
    ),
    "rfc7807": (
        {
            "type": "https://x",
            "title": "Your request parameters didn't validate.",
            "invalid-params": [{"name": "age", "reason": "must be positive"}],
        },
        "Your request parameters didn't validate: age: must be positive",
    ),
    "rfc9457b": (
        {
            "title": "Your request is not valid.",
            "errors": [{"detail": "must be a positive integer", "pointer": "#/age"}],
        },
        "Your request is not valid: #/age: must be a positive integer",
    ),
    "zenml": (
        {"detail": ["IllegalOperationError", "You can not do this."]},
        "IllegalOperationError; You can not do this",
    ),
    "github": (
        {
            "message": "Validation Failed",
            "errors": [{"resource": "Issue", "field": "title", "code": "missing_field"}],
            "documentation_url": "https://x",
        },
        "Validation Failed: title: missing_field",
    ),
    "spring": ({"timestamp": "2026", "status": 400, "error": "Bad Request", "path": "/x"}, ""),
    "spring2": (
        {
            "timestamp": "2026",
            "status": 400,
            "error": "Bad Request",
            "message": "Validation failed",
            "errors": [
                {
                    "codes": ["NotNull"],
                    "defaultMessage": "must not be null",
                    "objectName": "a",
                    "field": "name",
                    "rejectedValue": None,
                }
            ],
            "path": "/x",
        },
        "Validation failed: name: must not be null",
    ),
    "laravel": (
        {
            "message": "The given data was invalid.",
            "errors": {"email": ["The email has already been taken."]},
        },
        "The given data was invalid: email: The email has already been taken",
    ),
    "quarkus": (
        {
            "title": "Constraint Violation",
            "status": 400,
            "violations": [{"field": "create.name", "message": "must not be blank"}],
        },
        "Constraint Violation: create.name: must not be blank",
    ),
    "zod": (
        {
            "success": False,
            "error": {
                "issues": [{"code": "invalid_type", "path": ["name"], "message": "Required"}],
                "name": "ZodError",
            },
        },
        "name: Required",
    ),
    "zod-as-text": (
        {
            "success": False,
            "error": {
                "name": "ZodError",
                "message": '[\n  {"path": ["tags", 0], "message": "Too small"}\n]',
            },
        },
        "tags.0: Too small",
    ),
    "text-that-is-no-list": ({"message": "[{not json"}, "[{not json"),
    "marsh": (
        {
            "code": 422,
            "status": "Unprocessable Entity",
            "errors": {"json": {"name": ["Missing data for required field."]}},
        },
        "json.name: Missing data for required field",
    ),
    "apiflask": (
        {"message": "Validation error", "detail": {"json": {"name": ["Missing data."]}}},
        "Validation error: json.name: Missing data",
    ),
    "litestar": (
        {
            "status_code": 400,
            "detail": "Validation failed for POST /",
            "extra": [{"message": "Expected `int`", "key": "age", "source": "body"}],
        },
        "Validation failed for POST /: age: Expected `int`",
    ),
    "k8s": (
        {
            "kind": "Status",
            "status": "Failure",
            "message": 'Pod "x" is invalid',
            "reason": "Invalid",
            "details": {
                "name": "x",
                "kind": "Pod",
                "causes": [
                    {
                        "reason": "FieldValueRequired",
                        "message": "Required value",
                        "field": "spec.containers",
                    }
                ],
            },
            "code": 422,
        },
        'Pod "x" is invalid: spec.containers: Required value',
    ),
    "directus": (
        {"errors": [{"message": "Invalid user credentials.", "extensions": {"code": "INVALID"}}]},
        "Invalid user credentials",
    ),
    "keycloak": (
        {"errorMessage": "User exists with same username"},
        "User exists with same username",
    ),
    "keycloak2": (
        {
            "errors": [
                {"field": "email", "errorMessage": "error-invalid-email", "params": ["email"]}
            ]
        },
        "email: error-invalid-email",
    ),
    "nessie": (
        {"status": 404, "reason": "Not Found", "message": "Ref x does not exist", "errorCode": "R"},
        "Ref x does not exist: Not Found",
    ),
    "iceberg": (
        {
            "error": {
                "message": "Namespace exists",
                "type": "AlreadyExistsException",
                "code": 409,
                "stack": ["a", "b"],
            }
        },
        "Namespace exists",
    ),
    "elastic": (
        {
            "error": {
                "root_cause": [
                    {"type": "index_not_found_exception", "reason": "no such index [x]"}
                ],
                "type": "index_not_found_exception",
                "reason": "no such index [x]",
            },
            "status": 404,
        },
        "no such index [x]",
    ),
    "discord": (
        {
            "message": "Invalid Form Body",
            "code": 50035,
            "errors": {
                "name": {
                    "_errors": [{"code": "BASE_TYPE_REQUIRED", "message": "This field is required"}]
                }
            },
        },
        "Invalid Form Body: name: This field is required",
    ),
    "jira": ({"errorMessages": ["Issue does not exist"], "errors": {}}, "Issue does not exist"),
    "jira2": ({"errorMessages": [], "errors": {"summary": "is required"}}, "summary: is required"),
    "salesforce": (
        [
            {
                "message": "Required fields are missing: [Name]",
                "errorCode": "REQUIRED_FIELD_MISSING",
                "fields": ["Name"],
            }
        ],
        "Required fields are missing: [Name]",
    ),
    "podman": (
        {"cause": "no such container", "message": "no container with name x", "response": 404},
        "no container with name x: no such container",
    ),
    "stripe": (
        {
            "error": {
                "code": "parameter_missing",
                "message": "Missing required param: amount.",
                "param": "amount",
                "type": "invalid_request_error",
            }
        },
        "Missing required param: amount.",
    ),
    "express": (
        {
            "errors": [
                {"type": "field", "msg": "Invalid value", "path": "email", "location": "body"}
            ]
        },
        "email: Invalid value",
    ),
    "fhir": (
        {
            "resourceType": "OperationOutcome",
            "issue": [
                {"severity": "error", "code": "required", "diagnostics": "A name is required"}
                | {"expression": ["Patient.name"]},
                {"severity": "error", "code": "value", "details": {"text": "Unknown gender"}},
            ],
        },
        "Patient.name: A name is required; Unknown gender",
    ),
    "okta": (
        {
            "errorCode": "E1",
            "errorSummary": "Api validation failed: login",
            "errorCauses": [{"errorSummary": "already exists"}],
        },
        "Api validation failed: login: already exists",
    ),
    "hubspot": (
        {"message": "Not valid", "validationResults": [{"message": "does not exist", "name": "x"}]},
        "Not valid: x: does not exist",
    ),
    "servicestack": (
        {
            "responseStatus": {
                "errorCode": "NotEmpty",
                "message": "'Name' must not be empty.",
                "errors": [{"fieldName": "Name", "message": "'Name' must not be empty."}],
            }
        },
        "Name: 'Name' must not be empty",
    ),
    "wordpress": (
        {"message": "Invalid parameter(s): id", "data": {"params": {"id": "is no integer."}}},
        "Invalid parameter(s): id: id: is no integer",
    ),
    "zod-in-text": (
        {
            "success": False,
            "error": {"name": "ZodError", "message": '[{"path": ["name"], "message": "Required"}]'},
        },
        "name: Required",
    ),
    "text-in-brackets": ({"errors": "[API] Invalid key"}, "[API] Invalid key"),
    "postgrest": (
        {"code": "23505", "details": "Key (id)=(1) already exists.", "message": "duplicate key"},
        "duplicate key: Key (id)=(1) already exists.",
    ),
    "problem-xml": (
        "<problem xmlns='urn:ietf:rfc:7807'><title>Conflict</title><detail>It is gone</detail>"
        "</problem>",
        "It is gone",
    ),
    "soap-1.2": (
        '<env:Envelope><env:Body><env:Fault><env:Reason><env:Text xml:lang="en">Processing error'
        "</env:Text></env:Reason></env:Fault></env:Body></env:Envelope>",
        "Processing error",
    ),
    "express-html": (
        "<!DOCTYPE html><html><head><title>Error</title></head><body><pre>Cannot POST /x</pre>"
        "</body></html>",
        "Cannot POST /x",
    ),
    "xml": (
        "<Error><Code>NoSuchKey</Code><Message>There is no key.</Message></Error>",
        "There is no key.",
    ),
    "html": ("<html><head><title>502 Bad Gateway</title></head></html>", "502 Bad Gateway"),
    "flat": ({"username": "already taken"}, ""),
    "number": (7, ""),
    "zendesk": (
        {
            "error": "RecordInvalid",
            "description": "Record validation errors",
            "details": {"email": [{"description": "Email: x is taken", "error": "DuplicateValue"}]},
        },
        "RecordInvalid: Record validation errors: email: Email: x is taken",
    ),
    "elysia": (
        {
            "type": "validation",
            "on": "body",
            "summary": "Property 'name' is missing",
            "property": "/name",
            "message": "Expected 'name' to be a string",
            "expected": {"name": ""},
            "found": {},
            "errors": [
                {
                    "type": 62,
                    "schema": {},
                    "path": "/name",
                    "message": "Expected required property",
                    "summary": "Property 'name' is missing",
                }
            ],
        },
        "Expected 'name' to be a string: /name: Expected required property",
    ),
    "couch": ({"error": "not_found", "reason": "missing"}, "not_found: missing"),
    "grpc": ({"code": 5, "message": "not found", "details": []}, "not found"),
    "fastify": (
        {
            "statusCode": 400,
            "code": "FST_ERR_VALIDATION",
            "error": "Bad Request",
            "message": "body must have required property 'name'",
        },
        "body must have required property 'name'",
    ),
}
"""Form: body, and what of it is told."""


def refused(body: Any, status: int = 400, **arguments: Any) -> str:
    """Return the text of the error that a server with a body makes."""
    given = {"text": body} if isinstance(body, str) else {"json": body}
    answer = httpx2.MockTransport(lambda _: httpx2.Response(status, **{**given, **arguments}))
    with pytest.raises(StatusError) as raised:
        Library(transport=answer, token="t", max_retries=0).send(Request("op", "POST /x"))
    return str(raised.value).removeprefix("op: POST https://library.example/x returned ")


@pytest.mark.parametrize("form", BODIES)
def test_the_reason_is_told(form: str) -> None:
    body, told = BODIES[form]
    assert explanation(body, "Bad Request") == told
    if told:
        assert refused(body) == f"400 Bad Request: {told}"


def test_what_has_no_known_form_is_shown() -> None:
    assert refused({"username": "taken"}) == '400 Bad Request: {"username":"taken"}'
    assert refused({"a": 1, "password": "hidden"}) == '400 Bad Request: {"a":1,"password":"***"}'
    assert refused([1, 2]) == "400 Bad Request: [1,2]"
    assert refused("words") == "400 Bad Request: words"
    assert len(refused({"a": "x" * 9999})) < 600
    assert len(refused("x" * 9999)) < 600
    assert refused({"error": "Bad Request", "hint": "use v2"}).endswith('"hint":"use v2"}')
    same = {"timestamp": "2026-01-01T00:00:00Z", "status": 400, "error": "Bad Request"}
    for empty in ({}, [], "", None, {"detail": "Bad Request"}, same):
        assert refused(empty) == "400 Bad Request"
    assert refused("<p>\n no title</p>").startswith("400 Bad Request: <p>")


def test_a_page_says_that_it_is_one() -> None:
    page = "<html><head><title>Sign in &amp; go</title></head></html>"
    told = refused(page, headers={"content-type": "text/html"})
    assert told == "400 Bad Request: text/html: Sign in & go"


def test_a_redirect_says_where_it_leads() -> None:
    leads = refused("", 302, headers={"location": "https://sso.example/?token=hidden"})
    assert leads == "302 Found, which leads to https://sso.example/?token=***"


def test_no_secret_that_the_server_repeats_shows() -> None:
    body = {"detail": [{"loc": ["body", "key"], "msg": "bad key s3cr3t-value"}]}
    answer = httpx2.MockTransport(lambda _: httpx2.Response(422, json=body))
    with pytest.raises(StatusError, match=r"body.key: bad key \*\*\*$"):
        Library(transport=answer, token="s3cr3t-value").books.names()
    options = RequestOptions(headers={"X-Api-Key": "s3cr3t-value"})
    with pytest.raises(StatusError, match=r"body.key: bad key \*\*\*$"):
        Library(transport=answer).books.names(options=options)


def test_bodies_without_end_are_no_trouble() -> None:
    deep: Any = "x"
    for _ in range(50):
        deep = {"errors": [{"error": deep}]}
    assert explanation(deep, "") == ""
    many = [{"loc": ["body", index], "msg": f"m{index}"} for index in range(1000)]
    assert explanation({"detail": many}, "").endswith("body.2: m2 and 997 more")
