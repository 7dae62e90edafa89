"""What calls give, compared: types, pages, statuses, media types, headers and errors."""

from __future__ import annotations

from specmill.model.types import TypeRef
from specmill.surface.comparison.constraints import compare_bounds, possible_now
from specmill.surface.comparison.sides import Sides, listed, on_wire, shortened, shown
from specmill.surface.comparison.unions import (
    Subject,
    compare_own_values,
    compare_tags,
    compare_variants,
)
from specmill.surface.comparison.values.types import Fit, compared, same_on_wire
from specmill.surface.value import Method
from specmill.values import dataclass

_PAGES = "Page"


def compare_results(sides: Sides, group: str, old: Method, new: Method) -> bool:
    """Tell what differs in what a method gives, or fails with; whether its type does."""
    return _Result(sides, group, old, new).compare()


@dataclass(frozen=True, slots=True)
class _Result:
    sides: Sides
    group: str
    old: Method
    new: Method

    def compare(self) -> bool:
        possible = possible_now(self.old.bounds, self.new.bounds, sent=False)
        if possible:
            self._tell("returns-narrowed", possible)
            told = True
        elif self.old.call != self.new.call:
            self._compare_call()
            told = True
        else:
            told = self._compare_type(self.old.returns, self.new.returns) or self._compare_parts()
        if not told:
            self._compare_facts()
            self._compare_value()
        self._compare_headers()
        self._compare_errors()
        return told

    def _tell(self, rule: str, text: str, was: str = "", now: str = "", part: str = "") -> None:
        self.sides.changes.add(
            rule,
            self.new.name,
            text,
            group=self.group,
            was=shortened(was),
            now=shortened(now),
            wire=f"{self.new.verb} {self.new.path}",
            old=f"{self.old.pointer}/responses",
            new=f"{self.new.pointer}/responses",
            part=part,
        )

    def _compare_call(self) -> None:
        rule, text = "returns-changed", "returns another type"
        if self.old.call == _PAGES:
            rule, text = "pages-removed", "the result comes in pages no longer"
        elif self.new.call == _PAGES:
            rule, text = "pages-added", "the result comes in pages"
        self._tell(rule, text, self.old.returned, self.new.returned)

    def _compare_parts(self) -> bool:
        """Compare items of pages, results of long-running work, and events by their names."""
        for old, new in (
            (self.old.item, self.new.item),
            (self.old.metadata, self.new.metadata),
        ):
            if self._compare_type(old, new):
                return True
        told = False
        for name in self.old.events.keys() | self.new.events.keys():
            old, new = self.old.events.get(name), self.new.events.get(name)
            if compared(self.sides.before, self.sides.after, old, new)[0] is not Fit.SAME:
                before, after = self.sides.before.spelled(old), self.sides.after.spelled(new)
                text = f"the event {name} is another type"
                self._tell("returns-changed", text, before, after, name)
                told = True
        return told

    def _compare_type(self, old: TypeRef | None, new: TypeRef | None) -> bool:
        """Tell how a type that comes changed; whether it did."""
        sides, method = self.sides, self.new
        old_place, new_place = f"{self.old.pointer}/responses", f"{method.pointer}/responses"
        subject = Subject(method.name, self.group, old_place, new_place, sent=False, received=True)
        compare_own_values(sides, subject, old, new)
        compare_tags(sides, subject, old, new)
        found, before, after = compared(sides.before, sides.after, old, new)
        match found:
            case Fit.SAME:
                if same_on_wire(sides.before, sides.after, old, new):
                    return False
                self._tell(
                    "returns-wire-format", "is read from another form", *on_wire(sides, old, new)
                )
                return True
            case _ if compare_variants(sides, subject, before, after):
                return True
            case _ if old is None:
                rule, text = "returns-added", "returns something now"
            case Fit.NARROWER:
                rule, text = "returns-narrowed", "returns fewer types"
            case _:
                rule, text = "returns-changed", "returns another type"
        self._tell(rule, text, self.old.returned, self.new.returned)
        return True

    def _compare_facts(self) -> None:
        old, new = self.old, self.new
        if set(old.statuses) != set(new.statuses):
            text = "succeeds with other statuses"
            self._tell("status-changed", text, listed(old.statuses), listed(new.statuses))
        if set(old.accept) != set(new.accept) and old.accept and new.accept:
            text = "another media type is asked for"
            self._tell("accept-changed", text, listed(old.accept), listed(new.accept))
        if old.offered != new.offered:
            text = "the answer is also offered in other media types"
            self._tell("offer-changed", text, listed(old.offered), listed(new.offered))

    def _compare_value(self) -> None:
        """Compare what is asked of an answer that is no model, and its default."""
        old, new = self.old, self.new
        compare_bounds(
            self.sides,
            new.name,
            (old.bounds, new.bounds),
            sent=False,
            group=self.group,
            old=f"{old.pointer}/responses",
            new=f"{new.pointer}/responses",
        )
        if old.default != new.default:
            text = "the default of the answer differs"
            self._tell("field-default", text, shown(old.default), shown(new.default))

    def _compare_headers(self) -> None:
        old, new = self.old.headers, self.new.headers
        for name in sorted(old.keys() | new.keys()):
            if name not in new:
                self._tell("header-removed", f"the header {name} is no longer promised", part=name)
            elif name not in old:
                self._tell("header-added", f"the answer has the header {name}", part=name)
            elif old[name] != new[name]:
                text = f"the header {name} is declared otherwise"
                self._tell("header-changed", text, old[name], new[name], name)

    def _compare_errors(self) -> None:
        old, new = self.old.errors, self.new.errors
        for status in sorted(old.keys() | new.keys()):
            before, after = old.get(status), new.get(status)
            if compared(self.sides.before, self.sides.after, before, after)[0] is not Fit.SAME:
                was = self.sides.before.spelled(before) if before else "any JSON"
                now = self.sides.after.spelled(after) if after else "any JSON"
                text = f"the body of {_name(status)} is another type"
                self._tell("error-type", text, was, now, status)


def _name(status: str) -> str:
    return "other errors" if status == "default" else f"an error {status}"
