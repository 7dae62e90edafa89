"""Commands of curl that send what an example sends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specmill.model.models import Field
from specmill.targets.docs.examples.http_messages import texts_of
from specmill.targets.docs.examples.samples import Sample
from specmill.targets.python.reference import is_file_part

_NEXT = " \\\n  "


def curl_of(request: Sequence[str], scheme: str, parts: Sequence[tuple[Field, Sample]] = ()) -> str:
    """Return the command that sends a request.

    Args:
        request: The lines of the request.
        scheme: Scheme of its URL.
        parts: Parts of its form, which curl puts together itself.
    """
    end = request.index("") if "" in request else len(request)
    (method, path, _), host = request[0].split(" "), request[1].removeprefix("Host: ")
    words = [_quoted(f"{scheme}://{host}{path}")]
    if method != ("POST" if parts or end < len(request) else "GET"):
        words.insert(0, "--head" if method == "HEAD" else f"--request {method}")
    words += [
        f"--header {_quoted(header)}"
        for header in request[2:end]
        if not (parts and header.startswith("Content-Type: "))
    ]
    if parts:
        words += _form(parts)
    elif end < len(request):
        words.append(f"--data-raw {_quoted(chr(10).join(request[end + 1 :]))}")
    return f"curl {_NEXT.join(words)}"


def _form(parts: Sequence[tuple[Field, Sample]]) -> Iterator[str]:
    for one, sample in parts:
        if is_file_part(one.type):
            yield f"--form {_quoted(f'{one.wire}=@upload')}"
            continue
        for value in texts_of(sample.wire):
            yield f"--form-string {_quoted(f'{one.wire}={value}')}"


def _quoted(text: str) -> str:
    """Quote text for a shell of POSIX."""
    return "'" + text.replace("'", "'\\''") + "'"
