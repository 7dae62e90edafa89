"""Flat view of what a reference page says of a method, beside its HTTP request."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.documented import Documented, DocumentedParameter, ReferencePage
from specmill.model.models import UNSET, Docs
from specmill.targets.docs.prose import code, code_html, inline, plain
from specmill.targets.docs.type_words import Words
from specmill.values import dataclass


@dataclass(frozen=True, slots=True)
class DocumentedRow:
    """A parameter as the page documents it."""

    name: str
    type: str
    need: str
    default: str
    travels: str


@dataclass(frozen=True, slots=True)
class DocumentedView:
    """A method as the page documents it."""

    method: str
    method_html: str
    usage: str
    about: str
    parameters: tuple[DocumentedRow, ...]
    returns: tuple[tuple[str, str], ...]
    """Names with types."""
    attributes: tuple[str, ...]
    """Which attributes of what it gives are set, a sentence for each class."""


@dataclass(frozen=True, slots=True)
class ReferencePageView:
    """What the page says beside the methods."""

    client: DocumentedView | None
    classes: tuple[tuple[str, str], ...]
    """Name of a class with a link to its model."""
    absent: tuple[tuple[DocumentedView, str], ...]
    """Those that have no request, each with the reason."""


def documented_view(
    documented: Documented, words: Words, *, told: Docs | None = None
) -> DocumentedView:
    """Return the view of a documented method; ``told`` is what the page around it says already."""
    docs = documented.docs if documented.docs != told else Docs()
    return DocumentedView(
        method=code(documented.method),
        method_html=f"<code>{code_html(documented.method)}</code>",
        usage=documented.usage.strip(),
        about=inline(f"{docs.summary}\n\n{docs.description}"),
        parameters=tuple(_row(one, words) for one in documented.parameters),
        returns=tuple((code(name), plain(declared)) for name, declared in documented.returns),
        attributes=tuple(
            words.labels.attributes_set.format(
                name=_class(name, words), names=", ".join(map(code, names))
            )
            for name, names in documented.attributes
        ),
    )


def _class(name: str, words: Words) -> str:
    """Link a class of a reference page to the model that shows it."""
    page = words.api.page
    key = page.classes.get(name) if page is not None else None
    return code(name) if key is None else words.pages.to_model(key, words.page)


def reference_page_view(page: ReferencePage, words: Words) -> ReferencePageView:
    """Return the view of what a reference page says beside the methods."""
    classes = (
        (code(name), words.pages.to_model(key, words.page)) for name, key in page.classes.items()
    )
    absent = ((documented_view(one, words), inline(why)) for one, why in page.absent)
    client = documented_view(page.client, words) if page.client is not None else None
    return ReferencePageView(client, tuple(classes), tuple(absent))


def attribute_rows(key: str, words: Words) -> Iterator[tuple[str, str]]:
    """Yield the attributes that a reference page lists of a model, and where each comes from."""
    page = words.api.page
    for one in page.attributes.get(key, ()) if page is not None else ():
        yield (
            code(one.name),
            code(one.wire or one.source) if not one.missing else inline(one.missing),
        )


def _row(one: DocumentedParameter, words: Words) -> DocumentedRow:
    labels = words.labels
    places = {"": labels.not_sent, "body": labels.in_body}
    place = places.get(one.place) or str(getattr(labels, f"in_{one.place}", one.place))
    return DocumentedRow(
        name=", ".join(code(name) for name in (one.name, *one.aliases)),
        type=plain(one.declared),
        need=words.need(required=one.required),
        default="" if one.default is UNSET else code(_python(one.default)),
        travels=f"{place} {code(one.wire)}" if one.wire else place,
    )


def _python(default: object) -> str:
    """Spell a default as the page does, whose methods are Python's."""
    return default if isinstance(default, str) and default else repr(default)
