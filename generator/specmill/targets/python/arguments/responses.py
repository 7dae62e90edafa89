"""Arguments of ``Request(…)`` for how responses are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from specmill.model.operations import REDIRECTS, Operation, Response, ResponseKind
from specmill.targets.python.arguments.media_types import accepted
from specmill.targets.python.module_types import ModuleTypes
from specmill.targets.python.spelling import literal
from specmill.values import dataclass

_OPEN = (ResponseKind.ANY, ResponseKind.LOCATION)
"""What the media type of the answer decides, or none."""


@dataclass(frozen=True, slots=True)
class ResponseWriter:
    """Writes how the responses of one operation are read."""

    operation: Operation
    types: ModuleTypes

    def arguments(self) -> Iterator[str]:
        """Yield how successful responses are read, and what is asked for."""
        response = self.operation.response
        answer = self._answer(response)
        yield from answer
        others = [self._status(one) for one in self._others(answer)]
        others += self._outcomes()
        if others:
            yield f"answers={{{', '.join(others)}}}"
        if response is not None and response.events:
            pairs = [f"{literal(name)}: {self.types.encoded(of)}" for name, of in response.events]
            yield f"by_event={{{', '.join(pairs)}}}"
        yield from self._accept()

    def _answer(self, response: Response | None) -> tuple[str, ...]:
        """Spell how a response is read, as arguments of a request or of an ``ReadAs``."""
        if response is None or response.kind is ResponseKind.NONE:
            return ('reads="none"',)
        if response.kind in (ResponseKind.TEXT, ResponseKind.BINARY):
            return (f'reads="{response.kind}"',)
        returns = self.types.encoded(response.type) if response.type else ""
        if response.kind in _OPEN:
            is_plain = returns in ("", "Any") or response.kind is ResponseKind.LOCATION
            reads = f'reads="{response.kind}"'
            return (reads,) if is_plain else (f"returns={returns}", reads)
        returns = f"returns={returns}" if returns else ""
        reads = 'reads="json-sequence"' if response.kind is ResponseKind.JSON_SEQUENCE else ""
        wrapped = "wrapped=True" if response.wrapped else ""
        return tuple(filter(None, (returns, reads, wrapped)))

    def _others(self, answer: tuple[str, ...]) -> tuple[Response, ...]:
        """Return the responses that are not read as the first; all, where a range is among them."""
        others = [one for one in self.operation.answers if self._answer(one) != answer]
        if any(not one.status.isdigit() for one in others):
            return self.operation.answers
        return tuple(others)

    def _outcomes(self) -> Iterator[str]:
        """Spell how declared statuses from 300 to 399 are read, which are no errors."""
        known = {one.status for one in self.operation.answers}
        main = self.operation.response
        if main is not None and main.kind is ResponseKind.LOCATION:
            known |= REDIRECTS
        empty: list[str] = []
        for one in self.operation.outcomes:
            if one.status[0] != "3" or one.status in known:
                continue
            if one.kind is ResponseKind.JSON:
                yield self._status(one)
            else:
                empty.append(one.status)
        if empty:
            cls = self.types.of_runtime("requests.request", "ReadAs")
            yield f'{literal(" ".join(empty))}: {cls}(reads="none")'

    def _status(self, response: Response) -> str:
        cls = self.types.of_runtime("requests.request", "ReadAs")
        arguments = [one.removeprefix("returns=") for one in self._answer(response)]
        return f"{literal(response.status)}: {cls}({', '.join(arguments)})"

    def _accept(self) -> Iterator[str]:
        responses = self.operation.answers or (self.operation.response,)
        known = [one.media_type for one in responses if one is not None and one.media_type]
        known += accepted(self.operation.response)
        text = ", ".join(dict.fromkeys(known))
        if len(accepted(self.operation.response)) > 1:
            function = self.types.of_runtime("bodies.content_types", "accepted_type")
            yield f"accept={function}(accept, {literal(text)})"
        elif text and text not in _default_accept(self.operation.response):
            yield f"accept={literal(text)}"

    def errors(self) -> Iterator[str]:
        """Yield the types of errors by status."""
        yield from error_types(
            (error.status, self.types.encoded(error.type))
            for error in self.operation.errors
            if error.type is not None and error.kind is ResponseKind.JSON
        )


def error_types(types: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Spell the argument ``errors`` of statuses and types; there is none without any."""
    statuses: defaultdict[str, list[str]] = defaultdict(list)
    for status, spelled in types:
        statuses[spelled].append(status)
    if statuses:
        pairs = (f"{literal(' '.join(all_))}: {spelled}" for spelled, all_ in statuses.items())
        yield f"errors={{{', '.join(pairs)}}}"


def _default_accept(response: Response | None) -> tuple[str, ...]:
    """Return what a request asks for anyway."""
    if response is not None and response.kind is ResponseKind.EVENTS:
        return ("text/event-stream",)
    is_json = response is not None and response.kind is ResponseKind.JSON
    return ("application/json", *(("*/*", "application/*") if is_json else ()))
