"""Examples on pages: values, programs, HTTP messages."""

from specmill.targets.docs.examples.programs import Programs, programs_of

__all__ = ["Programs", "programs_of"]
