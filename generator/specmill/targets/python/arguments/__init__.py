"""Arguments of methods, and of the ``Request(…)`` that each makes."""

from specmill.targets.python.arguments.argument import Argument
from specmill.targets.python.arguments.bodies import BodyWriter
from specmill.targets.python.arguments.encodings import EncodingWriter
from specmill.targets.python.arguments.media_types import (
    ACCEPT,
    CONTENT_TYPE,
    accepted,
    concrete,
    is_file,
    is_framed,
    is_range,
    offered,
)
from specmill.targets.python.arguments.responses import ResponseWriter, error_types
from specmill.targets.python.arguments.signature import (
    Signature,
    constant_of,
    is_file_part,
    is_positional,
    signature_of,
)
from specmill.targets.python.arguments.styles import format_of, style_of, style_of_field
from specmill.targets.python.arguments.waiting import WAITING_ARGUMENTS

__all__ = [
    "ACCEPT",
    "CONTENT_TYPE",
    "WAITING_ARGUMENTS",
    "Argument",
    "BodyWriter",
    "EncodingWriter",
    "ResponseWriter",
    "Signature",
    "accepted",
    "concrete",
    "constant_of",
    "error_types",
    "format_of",
    "is_file",
    "is_file_part",
    "is_framed",
    "is_positional",
    "is_range",
    "offered",
    "signature_of",
    "style_of",
    "style_of_field",
]
