"""A readable dump of the model of an API."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields

from specmill.model.api import Api, Resource
from specmill.model.constraints import NO_BOUNDS, Bounds, Rule
from specmill.model.credentials import Credential, Login, OAuth
from specmill.model.entities import Entity, EntityField
from specmill.model.long_running import LongRunning, Waiting
from specmill.model.media import MediaUpload
from specmill.model.models import UNSET, Docs, Field, FieldRef, Model
from specmill.model.operations import Body, Encoding, Operation, Response, Webhook
from specmill.model.pagination import Pagination
from specmill.model.parameters import Parameter
from specmill.model.servers import Server, ServerRole
from specmill.model.types import (
    Anything,
    ListOf,
    LiteralOf,
    MapOf,
    Named,
    Scalar,
    TupleOf,
    TypeRef,
    UnionOf,
)


def model_text(api: Api) -> str:
    """Write everything that the model holds, one fact a line, in its own order."""
    return "\n".join(_api(api)) + "\n"


def type_text(type_: TypeRef | None) -> str:
    """Write a type on one line: ``[Job]``, ``{integer}``, ``A | null``, ``"x" | "y" | …``."""
    match type_:
        case None:
            return "nothing"
        case Scalar(kind=kind, format=format_):
            return f"{kind}({format_})" if format_ and format_ != kind else str(kind)
        case Named(key=key):
            return f"<{_plain(key)}>"
        case ListOf(item=item):
            return f"[{type_text(item)}]"
        case TupleOf(items=items, rest=rest):
            more = f", {type_text(rest)}…" if rest is not None else ""
            return f"[{', '.join(map(type_text, items))}{more} in order]"
        case MapOf(value=value):
            return f"{{{type_text(value)}}}"
        case LiteralOf(values=values, open=is_open):
            return " | ".join([*map(_json, values), *(["…"] if is_open else [])])
        case Anything():
            return "anything"
        case UnionOf(members=members, discriminator=""):
            return f"({' | '.join(map(type_text, members))})"
        case UnionOf(members=members, discriminator=discriminator, mapping=mapping):
            joined = " | ".join(map(type_text, members))
            pairs = [f"{_value(value)}: {type_text(target)}" for value, target in mapping]
            pairs += [f"…: {type_text(type_.other)}"] if type_.other is not None else []
            closed = " closed" if type_.closed else ""
            return f"({joined} by {_plain(discriminator)} {{{', '.join(pairs)}}}{closed})"


def _api(api: Api) -> Iterator[str]:
    title = f"title {_json(api.title)}, version {_json(api.version)}"
    yield f"api {_plain(api.key)}: name {_json(api.name)}, {title}"
    yield from _docs(api.docs, "  ")
    for server in api.servers:
        yield from _server(server)
    if api.batch_path:
        yield f"  batches at {_plain(api.batch_path)}"
    if api.rpc_errors:
        yield "  errors are google.rpc.Status"
    for credential in api.credentials:
        yield from _credential(credential)
    if api.security is not None:
        yield f"  security {_security(api.security)}"
    for parameter in api.common_parameters:
        yield from _parameter(parameter, "  common ")
    for response in api.common_errors:
        yield from _response(response, "  common error ")
    for webhook in api.webhooks:
        yield from _webhook(webhook)
    yield from _headings(api)
    for skipped in api.skipped:
        reason = f"{_plain(skipped.reason)} at {_plain(skipped.pointer)}"
        yield f"  skipped {_plain(skipped.what)}: {reason}"
    yield from _resource(api.root)
    for part in (*map(_model, api.models.values()), *map(_entity, api.entities)):
        yield ""
        yield from part


def _headings(api: Api) -> Iterator[str]:
    for group in api.groups:
        paths = ", ".join(".".join(path) for path in group.resources)
        yield f"  group {_json(group.name)}: {paths}"
    for name, docs in api.topics:
        yield f"  topic {_plain(name)}"
        yield from _docs(docs, "    ")


def _credential(credential: Credential) -> Iterator[str]:
    scopes = " ".join(_plain(scope) for scope, _ in credential.scopes)
    yield (
        f"  credential {_plain(credential.scheme)}: {credential.kind}"
        f" in {credential.place} {_plain(credential.wire)}"
        + (f", scopes {scopes}" if scopes else "")
        + (", google" if credential.google else "")
        + (f", HTTP {_plain(credential.http_scheme)}" if credential.http_scheme else "")
    )
    if credential.oauth is not None:
        yield from _oauth(credential.oauth)
    if credential.login is not None:
        yield from _login(credential.login)


def _oauth(oauth: OAuth) -> Iterator[str]:
    for flow in oauth.flows:
        urls = (flow.authorization_url, flow.device_url, flow.token_url, flow.refresh_url)
        yield f"    flow {flow.kind}: {' '.join(_plain(url) for url in urls if url)}"
    for word, url in (("discovery", oauth.discovery), ("metadata", oauth.metadata)):
        if url:
            yield f"    {word} {_plain(url)}"


def _server(server: Server) -> Iterator[str]:
    role = "" if server.role is ServerRole.MAIN else f" ({server.role})"
    yield f"  server {_plain(server.url)}{role}"
    for variable in server.variables:
        listed = "".join(f" | {_json(value)}" for value in variable.values)
        yield (
            f"    variable {_plain(variable.wire)} = {_json(variable.name)}"
            f" default {_json(variable.default)}{listed}"
        )
        yield from _docs(variable.docs, "      ")


def _webhook(webhook: Webhook) -> Iterator[str]:
    after = f" after {_plain(webhook.operation)}" if webhook.operation else ""
    about = f" about {_json(webhook.group)}" if webhook.group else ""
    yield f"  webhook {_json(webhook.name)} = {_plain(webhook.key)}: {webhook.method}{after}{about}"
    yield from _docs(webhook.docs, "    ")
    for header in webhook.headers:
        yield from _parameter(header, "    ")
    if webhook.payload is not None:
        yield from _body(webhook.payload)


def _resource(resource: Resource) -> Iterator[str]:
    yield ""
    yield f"resource {'.'.join(map(_json, resource.path)) or '(client)'}"
    yield from _docs(resource.docs, "  ")
    for operation in resource.operations:
        yield from _operation(operation)
    for child in resource.children:
        yield from _resource(child)


def _operation(operation: Operation) -> Iterator[str]:
    request = f"{operation.method} {_plain(operation.path)}"
    yield f"  {_json(operation.name)} = {_plain(operation.id)}: {request}"
    yield from _docs(operation.docs, "    ")
    for parameter in operation.parameters:
        yield from _parameter(parameter, "    ")
    if operation.body is not None:
        yield from _body(operation.body)
    if operation.form_of:
        form = "body" if operation.takes_other_body else "answer"
        flag = f", asks for it by {_plain(operation.stream_flag)}" if operation.stream_flag else ""
        yield f"    other {form} than {_plain(operation.form_of)}{flag}"
    for response in operation.answers or (operation.response,):
        if response is not None:
            yield from _response(response, "    returns ")
    for outcome in operation.outcomes:
        yield from _response(outcome, "    outcome ")
    for error in operation.errors:
        yield from _response(error, "    error ")
    if operation.pagination is not None:
        yield f"    {_pages(operation.pagination)}"
    if operation.media_upload is not None:
        yield f"    {_media(operation.media_upload)}"
    if operation.media_download:
        yield "    answers media"
    if operation.long_running is not None:
        yield from _work(operation.long_running)
    yield from _conditions(operation)


def _conditions(operation: Operation) -> Iterator[str]:
    if operation.waiting is not None:
        yield from _waiting(operation.waiting)
    if operation.idempotency_key:
        yield f"    idempotency key {_plain(operation.idempotency_key)}"
    if operation.security is not None:
        yield f"    security {_security(operation.security)}"
    if operation.scopes:
        yield f"    scopes {' '.join(map(_plain, operation.scopes))}"
    for link in operation.links:
        yield f"    link {_plain(link.name)} to {_plain(link.operation)}"
        yield from _docs(link.docs, "      ")
        for value in link.values:
            yield f"      {_plain(value.name) or 'body'} is {value.source} {_plain(value.path)}"
    if operation.tags:
        yield f"    tags {', '.join(map(_plain, operation.tags))}"
    if operation.granted:
        yield f"    granted {' '.join(map(_plain, operation.granted))}"
    if operation.server:
        yield f"    server {_plain(operation.server)}"


def _pages(page: Pagination) -> str:
    of = "pairs" if page.by_key else "pages"
    place = "body" if page.place is None else page.place.value
    return (
        f"{of} of {type_text(page.item_type)} in {_dotted(page.items)}, by {page.style}"
        + (f", {place} {'.'.join(page.request_token)}" if page.request_token else "")
        + (f" from {_dotted(page.response_token)}" if page.response_token else "")
        + (f" while {_dotted(page.more)}" if page.more else "")
    )


def _media(upload: MediaUpload) -> str:
    accept = ", ".join(map(_plain, upload.accept)) or "anything"
    limit = "" if upload.max_size is None else f" up to {upload.max_size}"
    kinds = [name for name in ("simple", "multipart", "resumable") if getattr(upload, name)]
    return f"media of {accept}{limit} to {_plain(upload.path)} ({', '.join(kinds)})"


def _parameter(parameter: Parameter, indent: str) -> Iterator[str]:
    notes = [f"{parameter.place}", "required" if parameter.required else "optional"]
    notes.append(f"{parameter.style}{' explode' if parameter.explode else ''}")
    notes += ["reserved"] if parameter.allow_reserved else []
    notes += ["json"] if parameter.json else []
    named = "" if parameter.name == parameter.wire else f" as {_json(parameter.name)}"
    yield (
        f"{indent}{_plain(parameter.wire)}{named}: {type_text(parameter.type)}"
        f" ({', '.join(notes)}){_default(parameter.default)}{_bounds(parameter.bounds)}"
    )
    yield from _docs(parameter.docs, " " * len(indent) + "  ")


def _body(body: Body) -> Iterator[str]:
    need = "required" if body.required else "optional"
    yield f"    body {body.kind} {_plain(body.media_type)}: {type_text(body.type)} ({need})"
    yield from _docs(body.docs, "      ")
    for part in body.parts:
        yield from _field(part, "      part ")
    for encoding in body.encodings:
        yield f"      encoding {_encoding(encoding)}"
        for header in encoding.headers:
            yield from _parameter(header, "        header ")
    for other in body.alternatives:
        yield f"      or {other.kind} {_plain(other.media_type)}: {type_text(other.type)}"


def _encoding(encoding: Encoding) -> str:
    notes = [" or ".join(map(_plain, encoding.media_types))] if encoding.media_types else []
    explode = " explode" if encoding.explode else ""
    notes += [f"{encoding.style}{explode}"] if encoding.style else []
    notes += ["reserved"] if encoding.allow_reserved else []
    notes += [f"{_plain(wire)} = {_json(value)}" for wire, value in encoding.constant_headers]
    return f"{_plain(encoding.wire)}: {', '.join(notes)}"


def _response(response: Response, indent: str) -> Iterator[str]:
    media_type = f" {_plain(response.media_type)}" if response.media_type else ""
    yield f"{indent}{response.status} {response.kind}{media_type}: {type_text(response.type)}"
    yield from _docs(response.docs, " " * len(indent) + "  ")
    inner = " " * len(indent) + "  "
    if response.others:
        yield f"{inner}also {', '.join(map(_plain, response.others))}"
    for name, type_ in response.events:
        yield f"{inner}event {_plain(name)}: {type_text(type_)}"


def _model(model: Model) -> Iterator[str]:
    named = f", {_plain(model.wire)} on the wire" if model.wire != model.name else ""
    yield f"{model.kind} <{_plain(model.key)}> {_json(model.name)}{named}"
    yield from _docs(model.docs, "  ")
    if model.target is not None:
        yield f"  is {type_text(model.target)}"
    for value in model.values:
        yield f"  value {_json(value.value)}"
        yield from _docs(value.docs, "    ")
    for field in model.fields:
        yield from _field(field, "  ")
    if model.default is not UNSET:
        yield f" {_default(model.default)}"
    if model.examples:
        yield f"  such as {', '.join(map(_json, model.examples))}"
    if model.bounds != NO_BOUNDS:
        yield f" {_bounds(model.bounds)}"
    if model.extra is not None:
        yield f"  others: {type_text(model.extra)}"


def _field(field: Field, indent: str) -> Iterator[str]:
    notes = ["required"] if field.required else ["optional"]
    notes += ["read only"] if field.read_only else []
    notes += ["write only"] if field.write_only else []
    notes += ["secret"] if field.secret else []
    notes += ["tag"] if field.tag else []
    named = "" if field.name == field.wire else f" as {_json(field.name)}"
    yield (
        f"{indent}{_plain(field.wire)}{named}: {type_text(field.type)}"
        f" ({', '.join(notes)}){_default(field.default)}{_bounds(field.bounds)}"
        + (f" such as {', '.join(map(_json, field.examples))}" if field.examples else "")
    )
    yield from _docs(field.docs, " " * len(indent) + "  ")


def _entity(entity: Entity) -> Iterator[str]:
    yield f"entity {_json(entity.name)} {_plain(entity.pattern)}"
    for one in entity.operations:
        yield f"  {one.role} {_plain(one.operation.id)}"
    for field in entity.inputs:
        yield f"  {_entity_field(field)}"
    if entity.outputs is not None:
        identity = " ".join(_plain(one.wire) for one in entity.output_fields if one.identity)
        yield f"  is {type_text(entity.outputs)}" + (f", known by {identity}" if identity else "")


def _entity_field(field: EntityField) -> str:
    notes = ["identity"] if field.identity else []
    notes += ["required"] if field.required else []
    notes += ["immutable"] if field.immutable and not field.identity else []
    places = " ".join(field.places)
    return f"{_plain(field.wire)}: {type_text(field.type)} ({', '.join([places, *notes])})"


def _login(login: Login) -> Iterator[str]:
    yield (
        f"    login {_plain(login.operation)}: {login.method} {_plain(login.path)}"
        f" {_plain(login.username)} {_plain(login.password)} as {login.media_type}"
        + (f" at {_plain(login.server)}" if login.server else "")
    )
    yield f"    token {_plain(login.token)} after {_json(login.prefix)}"
    renewal = login.renewal
    codes = " ".join(map(_plain, renewal.codes))
    yield (
        f"    again on {' '.join(map(str, renewal.statuses))}"
        + (f" with {_plain(renewal.field)} {codes}" if renewal.field else "")
    )


def _docs(docs: Docs, indent: str) -> Iterator[str]:
    if docs.deprecated:
        yield f"{indent}deprecated"
    for kind, text in (("#", docs.summary), ("##", docs.description), ("@", docs.url)):
        if text:
            yield f"{indent}{kind} {_json(text)}"


def _default(value: object) -> str:
    return "" if value is UNSET else f" = {_json(value)}"


def _bounds(bounds: Bounds) -> str:
    return f" with {_constraints(bounds)}" if bounds != NO_BOUNDS else ""


def _constraints(bounds: Bounds) -> str:
    changed = (
        f"{entry.name}={_json(getattr(bounds, entry.name))}"
        for entry in fields(bounds)
        if entry.name != "rules" and getattr(bounds, entry.name) != getattr(NO_BOUNDS, entry.name)
    )
    return " ".join([*changed, *map(_rule, bounds.rules)]) or "anything"


def _rule(rule: Rule) -> str:
    parts = (_rule_part(getattr(rule, entry.name)) for entry in fields(rule))
    return f"{type(rule).__name__}({', '.join(parts)})"


def _rule_part(part: object) -> str:
    if isinstance(part, Bounds):
        return _constraints(part)
    if isinstance(part, tuple):
        return f"[{', '.join(map(_rule_part, part))}]"
    return _json(part)


def _security(alternatives: tuple[tuple[str, ...], ...]) -> str:
    return (
        " or ".join(" and ".join(map(_plain, schemes)) or "nothing" for schemes in alternatives)
        or "none"
    )


def _work(work: LongRunning) -> Iterator[str]:
    yield f"    goes on until {type_text(work.result)}, telling {type_text(work.metadata)}"
    for what, requests in (("asks", work.progress.polls), ("cancels", work.progress.cancels)):
        for one in requests:
            patterns = "".join(f", {name} {_json(text)}" for name, text in one.patterns)
            yield f"      {what}: {one.method} {one.path}{patterns}"


def _waiting(waiting: Waiting) -> Iterator[str]:
    failed = f", failed {' '.join(waiting.failed)}" if waiting.failed else ""
    error = f" ({_dotted(waiting.error)})" if waiting.error else ""
    yield f"    waits until {_dotted(waiting.field)} is {' '.join(waiting.final)}{failed}{error}"


def _dotted(path: tuple[FieldRef, ...]) -> str:
    return ".".join(ref.wire for ref in path) or "all of it"


def _value(value: object) -> str:
    return _plain(value) if isinstance(value, str) else _json(value)


def _plain(text: str) -> str:
    """Write text bare where that is safe."""
    return (
        text
        if text and text.isascii() and text.isprintable() and not set(text) & set(" \"'\\")
        else _json(text)
    )


def _json(value: object) -> str:
    return json.dumps(value)
