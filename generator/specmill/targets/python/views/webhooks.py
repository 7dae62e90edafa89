"""Flat view of the module of webhooks, for the template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from specmill.model.api import Api
from specmill.model.models import Docs
from specmill.model.operations import Body, BodyKind, Webhook
from specmill.model.types import Named
from specmill.naming import Wanted, resolve
from specmill.targets.python.imports import Imports
from specmill.targets.python.names import PythonNames
from specmill.targets.python.reserved import BUILTINS, KEYWORDS
from specmill.targets.python.spelling import (
    WIDTH,
    docstring,
    first_paragraph,
    identifier,
    literal,
    paragraphs,
)
from specmill.values import dataclass, replace

_TAKEN = KEYWORDS | BUILTINS | {"annotations", "by_name", "find_webhook", "models"}


@dataclass(frozen=True, slots=True)
class WebhookView:
    """A webhook, or a callback of an operation."""

    name: str
    type: str
    """What its body is read as."""
    arguments: str
    doc: str


@dataclass(frozen=True, slots=True)
class WebhooksView:
    """The module of webhooks."""

    imports: tuple[str, ...]
    webhooks: tuple[WebhookView, ...]
    finding: str
    """Docstring of the function that finds one by name."""


def webhooks_view(api: Api, names: PythonNames, runtime: str) -> WebhooksView:
    """Return the view of ``webhooks.py``.

    Args:
        api: The model, with webhooks.
        names: Its Python names.
        runtime: Module path of the runtime as the package's own modules import it.
    """
    imports = Imports()
    imports.add("typing", "Any")
    imports.add(f"{runtime}.webhooks", "Webhook")
    imports.add(f"{runtime}.webhooks", "find_webhook")
    called = webhook_names(api)
    docs = _without_repetition(api.webhooks, called)
    views = tuple(
        _view(one, docs[one.key], called[one.key], names, imports) for one in api.webhooks
    )
    example = min((one.key for one in api.webhooks), key=len)
    summary = f"Return a webhook by its name in the spec, such as `{example}`."
    finding = f"{first_paragraph(summary, indent=4)}\n\nRaises:\n    LookupError: There is none."
    return WebhooksView(tuple(imports.lines()), views, docstring(finding))


def webhook_names(api: Api) -> dict[str, str]:
    """Choose the name of each webhook in its module, by its key; callbacks may be shared."""
    wanted = []
    for webhook in api.webhooks:
        name = identifier(webhook.name, prefix="webhook")
        wanted.append(Wanted(webhook.key, (f"{name}_" if name in _TAKEN else name,)))
    return resolve(wanted, taken=_TAKEN, fold=str, join="{}_{}".format)


def payload_type(payload: Body | None, models: Mapping[str, str]) -> str:
    """Spell what the body of a webhook is read as."""
    if payload is None:
        return "None"
    match payload.kind, payload.type:
        case (BodyKind.JSON | BodyKind.FORM, Named(key=key)):
            return f"models.{models[key]}"
        case _:
            return "Any"


def _without_repetition(webhooks: Sequence[Webhook], called: Mapping[str, str]) -> dict[str, Docs]:
    """Let a summary or a description of several webhooks stand at the first of them, behind what is
    said of that one alone, and refer the others there.
    """
    counts = Counter(text for one in webhooks for text in {one.docs.summary, one.docs.description})
    firsts: dict[str, str] = {}
    docs = {}
    for webhook in webhooks:
        said = webhook.docs.summary, webhook.docs.description
        own, shared = sorted(said, key=lambda text: counts[text] > 1 and len(text) > WIDTH)
        if counts[shared] > 1 and len(shared) > WIDTH and counts[own] == 1:
            home = firsts.setdefault(shared, called[webhook.key])
            more = shared if home == called[webhook.key] else f"More at :data:`{home}`."
            docs[webhook.key] = replace(webhook.docs, summary=own, description=more)
        else:
            docs[webhook.key] = webhook.docs
    return docs


def _view(
    webhook: Webhook, docs: Docs, name: str, names: PythonNames, imports: Imports
) -> WebhookView:
    type_ = payload_type(webhook.payload, names.models)
    arguments = [literal(webhook.key)]
    if type_.startswith("models."):
        imports.add(".", "models")
        arguments.append(f"lambda: {type_}")
    if webhook.method != "POST":
        arguments.append(f"method={literal(webhook.method)}")
    if webhook.payload is not None and webhook.payload.kind is not BodyKind.JSON:
        arguments.append(f"media_type={literal(webhook.payload.media_type)}")
    about = paragraphs(docs, webhook.name, indent=0)
    if webhook.operation:
        called_back = f"Sent after `{webhook.operation}`."
        about = f"{about}\n\n{called_back}" if about else called_back
    return WebhookView(name, type_, ", ".join(arguments), docstring(about) if about else "")
