"""Fields that had other names: constructors take these, too, and warn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from .data.models import Model


class RenamedFields(Model):
    """A model whose fields had other names."""

    __former__: ClassVar[Mapping[str, str]] = {}
    """Names that fields had, to those that they have."""

    if not TYPE_CHECKING:  # a type checker knows the arguments by the fields

        def __init__(self, /, **given: Any) -> None:
            for old, new in self.__former__.items():
                if old in given:
                    import warnings

                    name = type(self).__name__
                    if new in given:
                        raise TypeError(f"{name}() got both {old} and {new}, as it is called now")
                    text = f"{old} of {name} is called {new} now"
                    warnings.warn(text, DeprecationWarning, stacklevel=2)
                    given[new] = given.pop(old)
            super().__init__(**given)

        __init__.__pydantic_base_init__ = True  # what is decoded has present names alone
