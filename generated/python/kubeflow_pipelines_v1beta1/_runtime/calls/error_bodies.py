"""Bodies of errors: their sentence, their google.rpc.Status, and what they call the request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ..data.json_shapes import is_array, is_object
from ..errors.explanations import LONGEST, explanation, sentence
from ..lazy import load_reference
from ..requests.redaction import shown_body
from .contents import kind_of

if TYPE_CHECKING:
    from ..errors.rpc_status import RpcStatus


def plain_body(body: Any) -> Any:
    """Return the body of an error as plain JSON, or as the text that it is."""
    if isinstance(body, BaseModel):
        return body.model_dump(by_alias=True, exclude_unset=True, warnings=False)
    return body


def rpc_status_in_body(body: Any) -> RpcStatus | None:
    """Return a google.rpc.Status that has more to say than its message."""
    error = next(iter(body), None) if is_array(body) else body
    error = error.get("error") or error if is_object(error) else None
    if not (is_object(error) and (is_array(error.get("details")) or is_array(error.get("errors")))):
        return None
    status: RpcStatus | None
    status = load_reference(__package__ or "", "..errors.rpc_status:rpc_status_in")(body)
    return status


def request_id_in(body: Any, status: RpcStatus | None) -> str | None:
    """Return what an error body calls the request: in its details, at the top or in ``error``."""
    if status is not None and status.request_id:
        return status.request_id
    for part in (body, body.get("error") if is_object(body) else None):
        for name, value in part.items() if is_object(part) else ():
            known = str(name).lower().replace("_", "").replace("-", "") == "requestid"
            if known and isinstance(value, str) and value:
                return value
    return None


def said_in(body: Any, status: RpcStatus | None, phrase: str, media_type: str) -> str:
    """Return what an error body says; what is of no known form is shown as it is."""
    added = "" if status is None else status.explanation()[:LONGEST]
    message = (sentence(body) if added else "") or explanation(body, phrase)
    if added and added.casefold() != message.casefold():
        return f"{message} ({added})".lstrip()
    if not message and body not in (None, "", {}, []) and not _repeats(body, phrase):
        message = shown_body(body)[:LONGEST]
    return f"{media_type}: {message}" if message and kind_of(media_type) == "markup" else message


def _repeats(body: Any, phrase: str) -> bool:
    """Tell whether a body only says the reason phrase of its status again, beside codes."""
    if sentence(body).casefold() != phrase.casefold():
        return False
    words = phrase.casefold()
    others = [one for one in body.values() if one] if is_object(body) else []
    return not any(
        is_object(one) or is_array(one) or (" " in str(one) and str(one).casefold() != words)
        for one in others
    )
