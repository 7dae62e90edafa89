"""Two surfaces compared: which changes there are, each by a rule."""

from specmill.surface.comparison.changes import Change, Place
from specmill.surface.comparison.packages import compare, package_renamed

__all__ = ["Change", "Place", "compare", "package_renamed"]
