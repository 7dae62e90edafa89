"""An OpenAPI document as the typed model of its API: the steps, in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmill.diagnostics import Report
from specmill.document.document import Document
from specmill.given_names import GivenNames
from specmill.lower.conventions import (
    error_form,
    has_rpc_errors,
    resource_view,
    with_long_running,
)
from specmill.lower.naming import bodies_before, name_models, place, refuse_unknown_pins
from specmill.lower.navigation import groups_of, resource_tree, topics_of
from specmill.lower.omissions import skipped
from specmill.lower.operations import lower_operations, with_links
from specmill.lower.schemas import lower_schemas
from specmill.lower.security import lower_servers, secure
from specmill.lower.shared import shared_parts
from specmill.model.api import Api
from specmill.model.models import Docs
from specmill.text import words


def lower(
    document: Document,
    *,
    key: str,
    report: Report,
    pins: Mapping[str, str] | None = None,
    given: GivenNames | None = None,
) -> Api:
    """Turn a normalized document into the model that targets read.

    Args:
        document: The normal form, overlays applied.
        key: The API's name in the workspace.
        report: Takes findings.
        pins: Operation id to ``resource.method``, component name to model name; they beat every
            heuristic.
        given: Names that an earlier run gave; they beat every heuristic but no pin.

    Raises:
        SpecmillError: Two things are pinned to one name, or a pin names nothing.
    """
    pins, given = pins or {}, given or GivenNames()
    refuse_unknown_pins(pins, document)
    schemas = lower_schemas(document, report, frozenset(given.models))
    placed = place(document, pins, given.operations, report)
    lowered = lower_operations(placed, schemas)
    schemas.fill_tags()
    secured = secure(lowered.operations, schemas.models, document, report)
    shared = shared_parts(secured)
    followed = with_long_running(shared.operations, schemas.models, document)
    operations = with_links(followed, placed.sources, document, report)
    source, info = document.root.get("x-specmill-source", {}), document.root.get("info", {})
    return Api(
        key=key,
        name=_client_name(key, source),
        title=str(info.get("title", "")),
        version=str(source.get("version") or info.get("version", "")),
        docs=Docs(str(info.get("summary", "")), str(info.get("description", ""))),
        servers=lower_servers(document),
        batch_path=str(document.root.get("x-specmill-batch", "")),
        rpc_errors=has_rpc_errors(source, operations, shared.errors, schemas.models),
        models=name_models(schemas, pins, {**bodies_before(given), **given.models}, placed.written),
        root=resource_tree(operations, placed),
        common_parameters=lowered.common_parameters,
        common_headers=lowered.common_headers,
        common_errors=shared.errors,
        error_form=error_form(document),
        credentials=secured.credentials,
        security=shared.security,
        groups=groups_of(placed),
        topics=topics_of(placed),
        skipped=tuple(skipped(document.root)),
        webhooks=lowered.webhooks,
        page=lowered.page,
        resource_view=resource_view(placed.sources, operations, schemas),
    )


def _client_name(key: str, source: Mapping[str, Any]) -> str:
    name = str(source.get("canonicalName") or source.get("name") or key)
    parts = list(words(name))
    while len(parts) > 1 and _is_version(parts[-1]):
        parts.pop()
    return " ".join(parts)


def _is_version(word: str) -> bool:
    return len(word) > 1 and word[0] in "vV" and word[1].isdigit()
