"""Bodies of errors: their sentence, their google.rpc.Status, and what they call the request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ..data.json_shapes import is_array, is_object
from ..errors.codes import code_in, value_at
from ..errors.explanations import LONGEST, explanation, sentence
from ..lazy import load_reference
from ..requests.secrets import shown_body
from .contents import kind_of

if TYPE_CHECKING:
    from ..errors.rpc_status import RpcStatus


def plain_body(body: Any) -> Any:
    """Return the body of an error as plain JSON, or as the text that it is, as far as it is one."""
    if isinstance(body, bytes):
        return body.decode("utf-8", "replace")
    if isinstance(body, BaseModel):
        return body.model_dump(by_alias=True, exclude_unset=True, warnings=False)
    return body


def rpc_status_in_body(body: Any, plain: Any) -> RpcStatus | None:
    """Return a google.rpc.Status: one of that type, or one that has more than its message."""
    error = next(iter(plain), None) if is_array(plain) else plain
    error = error.get("error") or error if is_object(error) else None
    told = is_object(error) and (is_array(error.get("details")) or is_array(error.get("errors")))
    if not told and not (isinstance(body, BaseModel) and _is_status_like(type(body))):
        return None
    status: RpcStatus | None
    status = load_reference(__package__ or "", "..errors.rpc_status:rpc_status_in")(body, plain)
    return status


def _is_status_like(model: type[BaseModel]) -> bool:
    """Tell whether a model has the fields of google.rpc.Status, before that is loaded."""
    fields = {one.alias or name for name, one in model.model_fields.items()}
    return fields >= {"code", "message", "details"}


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


def code_in_body(body: Any, status: RpcStatus | None, place: str) -> str:
    """Return the API's code of an error: at its place, else as APIs have it; may be empty."""
    if status is not None and not place:
        return status.name
    return code_in(body, place) or ""


def message_in_body(body: Any, place: str) -> str:
    """Return the server's sentence for people, whole: at its place, else as APIs have it."""
    if place:
        message = value_at(body, place)
        return message if isinstance(message, str) else ""
    return "" if isinstance(body, str) else sentence(body, longest=None)


def with_code(said: str, code: str, status: int) -> str:
    """Put the code before what an error says, unless that says it, or the status does."""
    if not code or code in (str(status), said) or code in said:
        return said
    return f"{code}: {said}" if said else code


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
