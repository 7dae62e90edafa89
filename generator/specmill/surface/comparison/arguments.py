"""Arguments compared: of methods, of the constructor, of the options of every call."""

from __future__ import annotations

from specmill.surface.comparison.constraints import compare_bounds, possible_now
from specmill.surface.comparison.matching import Matched, match_arguments
from specmill.surface.comparison.sides import Sides, listed, on_wire, shortened, shown, until
from specmill.surface.comparison.unions import (
    Subject,
    compare_own_values,
    compare_tags,
    compare_variants,
)
from specmill.surface.comparison.values.types import Fit, compared, same_on_wire
from specmill.surface.value import Argument, Method
from specmill.values import dataclass

_BODY = "body"
_WIRE = frozenset(("path", "query", "header", "cookie"))
_MULTIPART = "multipart"


def compare_arguments(sides: Sides, group: str, old: Method, new: Method) -> None:
    """Tell what became of the arguments of a method, its body among them."""
    matched = match_arguments(old, new)
    if _changes_form(old, new):
        _tell_form(sides, group, old, new)
        matched = _without_body(matched)
    for one in matched.removed:
        _removed(sides, group, old, new, one)
    for one in matched.added:
        _added(sides, group, old, new, one)
    for before, after in matched.pairs:
        ArgumentComparison(sides, group, new.name, before, after).compare()
    _compare_order(sides, group, old, new, matched)
    _compare_media_types(sides, group, old, new)


def _changes_form(old: Method, new: Method) -> bool:
    """Tell whether a body became arguments, or arguments a body."""
    if old.content is None or new.content is None:
        return False
    return (old.content.kind == _MULTIPART) != (new.content.kind == _MULTIPART)


def _tell_form(sides: Sides, group: str, old: Method, new: Method) -> None:
    assert old.content is not None
    assert new.content is not None
    gone = [f"{old.name}({one.name}) is gone" for one in old.arguments if _is_content(one)]
    come = [f"{new.name}({one.name}) is new" for one in new.arguments if _is_content(one)]
    sides.changes.add(
        "body-form",
        f"{new.name}(body)",
        "the body is given otherwise",
        group=group,
        was=old.content.media_types[0],
        now=new.content.media_types[0],
        old=f"{old.pointer}/requestBody",
        new=f"{new.pointer}/requestBody",
        consequences=(*gone, *come),
    )


def _is_content(one: Argument) -> bool:
    return one.place in (_BODY, "part", "content_type") or one.place.startswith("header of ")


def _without_body(matched: Matched[Argument]) -> Matched[Argument]:
    return Matched(
        tuple(pair for pair in matched.pairs if not any(map(_is_content, pair))),
        tuple(one for one in matched.removed if not _is_content(one)),
        tuple(one for one in matched.added if not _is_content(one)),
    )


def _removed(sides: Sides, group: str, old: Method, new: Method, one: Argument) -> None:
    is_body = one.place == _BODY
    sides.changes.add(
        "body-removed" if is_body else "argument-removed",
        f"{new.name}({one.name})",
        "takes no body any more" if is_body else "the argument is gone",
        group=group,
        was=one.annotation,
        wire=_travels(one),
        old=one.pointer or old.pointer,
        new=new.pointer,
    )


def _added(sides: Sides, group: str, old: Method, new: Method, one: Argument) -> None:
    noun = "body" if one.place == _BODY else "argument"
    text = f"one more {noun} that must be given" if one.required else f"one more {noun}"
    sides.changes.add(
        f"{noun}-added-required" if one.required else f"{noun}-added",
        f"{new.name}({one.name})",
        text,
        group=group,
        now=one.annotation,
        wire=_travels(one),
        old=old.pointer,
        new=one.pointer or new.pointer,
    )


def _travels(one: Argument) -> str:
    """Say in the spec's words what an argument is."""
    if one.place in _WIRE:
        return f"{one.place} parameter {one.wire}"
    return f"part {one.wire}" if one.place == "part" else ""


def _compare_order(
    sides: Sides, group: str, old: Method, new: Method, matched: Matched[Argument]
) -> None:
    """Tell when arguments that are given by place changed places."""
    became = {id(before): after for before, after in matched.pairs}
    order = [became[id(one)] for one in old.arguments if one.positional and id(one) in became]
    order = [one for one in order if one.positional]
    places = {id(one): index for index, one in enumerate(new.arguments)}
    if [id(one) for one in order] == sorted((id(one) for one in order), key=places.__getitem__):
        return
    sides.changes.add(
        "argument-order",
        new.name,
        "arguments have another order",
        group=group,
        was=listed(one.name for one in old.arguments if one.positional),
        now=listed(one.name for one in new.arguments if one.positional),
        old=old.pointer,
        new=new.pointer,
    )


def _compare_media_types(sides: Sides, group: str, old: Method, new: Method) -> None:
    """Tell in which media types a body may travel that goes on being given alike."""
    if old.content is None or new.content is None or _changes_form(old, new):
        return
    before, after = old.content.media_types, new.content.media_types
    gone = [one for one in before if one not in after]
    come = [one for one in after if one not in before]
    found = []
    if len(before) == len(after) == 1 and gone:
        found.append(("body-media-type", "travels in another media type", before[0], after[0]))
    else:
        if gone:
            found.append(("body-media-type-removed", "a media type is gone", "", listed(gone)))
        if come:
            found.append(("body-media-type-added", "one more media type", "", listed(come)))
        if before[0] != after[0] and before[0] in after:
            text = "travels in another media type by default"
            found.append(("body-media-type", text, before[0], after[0]))
    if not found and old.content.kind != new.content.kind:
        text = "travels in another form"
        found.append(("body-media-type", text, old.content.kind, new.content.kind))
    for rule, text, was, now in found:
        sides.changes.add(
            rule,
            f"{new.name}(body)",
            text,
            group=group,
            was=was,
            now=now,
            old=f"{old.pointer}/requestBody",
            new=f"{new.pointer}/requestBody",
            causes=[f"{new.name}(content_type)"],
        )


@dataclass(frozen=True, slots=True)
class ArgumentComparison:
    """Compares an argument with what it became."""

    sides: Sides
    group: str
    owner: str
    """What takes it: a method, or the options."""
    old: Argument
    new: Argument

    def compare(self) -> None:
        """Tell what differs."""
        old, new = self.old, self.new
        if old == new:
            return
        if old.name != new.name:
            is_kept = old.name in new.former
            rule = "argument-name-deprecated" if is_kept else "argument-renamed"
            text = "the old name is deprecated" if is_kept else "has another name"
            self._tell(rule, text, old.name, new.name)
        for name in old.former:
            if name not in (new.name, *new.former):
                self._tell("argument-renamed", "the deprecated name is gone", name, new.name)
        self._compare_presence()
        if old.positional and not new.positional:
            self._tell("argument-kind", "may no longer be given by place")
        self._compare_types()
        self._compare_way()
        self._compare_rest()

    @property
    def _noun(self) -> str:
        return _BODY if self.new.place == _BODY else "argument"

    def _tell(self, rule: str, text: str, was: str = "", now: str = "") -> None:
        self.sides.changes.add(
            rule,
            f"{self.owner}({self.new.name})",
            text,
            group=self.group,
            was=was,
            now=now,
            wire=_travels(self.new),
            old=self.old.pointer,
            new=self.new.pointer,
        )

    def _compare_presence(self) -> None:
        if self.old.required == self.new.required:
            return
        if self.new.required:
            self._tell(f"{self._noun}-became-required", "must be given now")
        else:
            self._tell(f"{self._noun}-became-optional", "may be left out now")

    def _compare_types(self) -> None:
        sides, old, new = self.sides, self.old, self.new
        text = possible_now(old.bounds, new.bounds, sent=True)
        if text is not None:
            if text:
                self._tell("argument-type-widened", text, now=shortened(new.annotation))
            return
        if old.type is None or new.type is None:
            if old.annotation != new.annotation:
                self._tell("argument-type", "takes another type", old.annotation, new.annotation)
            return
        subject = Subject(
            f"{self.owner}({new.name})",
            self.group,
            old.pointer,
            new.pointer,
            True,
            False,
        )
        compare_own_values(sides, subject, old.type, new.type)
        compare_tags(sides, subject, old.type, new.type)
        found, before, after = compared(
            sides.before, sides.after, old.type, new.type, is_argument=True
        )
        match found:
            case Fit.SAME:
                if not same_on_wire(sides.before, sides.after, old.type, new.type):
                    words = on_wire(sides, old.type, new.type)
                    self._tell("argument-wire-format", "is sent in another format", *words)
                return
            case _ if compare_variants(sides, subject, before, after):
                return
            case Fit.WIDER:
                rule, text = "argument-type-widened", "takes more types"
            case _:
                rule, text = "argument-type", "takes another type"
        self._tell(rule, text, shortened(old.annotation), shortened(new.annotation))

    def _compare_way(self) -> None:
        """Tell how the argument travels now."""
        old, new = self.old, self.new
        if old.place != new.place and {old.place, new.place} <= _WIRE:
            self._tell("argument-place", "is sent in another place", old.place, new.place)
        if old.wire != new.wire and (old.place, new.place) != ("path", "path"):
            self._tell("argument-wire-name", "travels under another name", old.wire, new.wire)
        if old.style != new.style:
            default = "the default"
            was, now = old.style or default, new.style or default
            self._tell("argument-style", "is sent in another format", was, now)

    def _compare_rest(self) -> None:
        old, new = self.old, self.new
        if old.default != new.default:
            text = "the server's default differs"
            self._tell("default-changed", text, shown(old.default), shown(new.default))
        compare_bounds(
            self.sides,
            f"{self.owner}({new.name})",
            (old.bounds, new.bounds),
            sent=True,
            group=self.group,
            old=old.pointer,
            new=new.pointer,
        )
        if old.docs.deprecated != new.docs.deprecated:
            rule = "argument-deprecated" if new.docs.deprecated else "argument-reactivated"
            text = "is deprecated" if new.docs.deprecated else "is no longer deprecated"
            self._tell(rule, text, now=until(new.sunset))
