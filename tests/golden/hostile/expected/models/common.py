"""Models that many resources share."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import Model, wire_name
from .._runtime.data.unions import Tagged, UnionTag

VictimKind: TypeAlias = (
    Literal[
        '"""',
        "'''",
        "\\",
        "a\nb",
        "{{ 7*7 }}",
        "{% raw %}",
        "\u202e",
        "../x",
        "__import__('os').system('x')",
    ]
    | str
)
"""- `\\`: \"\"\" import os; os.system("touch /tmp/pwned") \"\"\"
- `a b`: {{ cycler.__init__.__globals__.os.system('touch /tmp/pwned') }} {% for x in y %} {# gone #}
"""


class Victim(Model):
    """\"\"\" import os; os.system("touch /tmp/pwned") \"\"\"{{
    cycler.__init__.__globals__.os.system('touch /tmp/pwned') }} {% for x in y %} {# gone
    #}oloc [31m next.

    ends with a backslash \\
    """

    up: Annotated[str | None, wire_name("../../up")] = None
    """\"\"\" import os; os.system("touch /tmp/pwned") \"\"\""""
    a_b: Annotated[str | None, wire_name('a"""b')] = None
    """Ends with a backslash \\

    The server's default is `\"\"\" import os; os.system("touch /tmp/pwned") \"\"\"`.
    """

    init: Annotated[str | None, wire_name("__init__")] = None
    """{{ cycler.__init__.__globals__.os.system('touch /tmp/pwned') }} {% for x in y %} {# gone
    #}
    """

    class_: Annotated[int | None, wire_name("__class__")] = None
    x_int_import_os: Annotated[str | None, wire_name("x: int = __import__('os')")] = None
    line_break: Annotated[str | None, wire_name("line\nbreak")] = None
    """Oloc [31m next."""
    evil: Annotated[str | None, wire_name("\u202eevil")] = None
    back_slash: Annotated[str | None, wire_name("back\\slash\\")] = None
    field_7_7: Annotated[str | None, wire_name("{{ 7*7 }}")] = None
    kind: VictimKind | None = None
    const: Literal['"); import os; ("'] | None = None
    union: VictimUnion | None = None


class Cat(Model):
    t: Annotated[
        Literal["'; import os; '"], UnionTag(is_open=True, is_optional=True), wire_name('t"""')
    ] = "'; import os; '"


class Dog(Model):
    t: Annotated[Literal["\\"], UnionTag(is_open=True, is_optional=True), wire_name('t"""')] = "\\"


VictimUnion: TypeAlias = Annotated[Cat | Dog, Tagged('t"""', {"'; import os; '": Cat, "\\": Dog})]
