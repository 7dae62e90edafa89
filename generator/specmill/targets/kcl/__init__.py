"""Target ``kcl``: schemas in KCL, the configuration language, for models and resources."""

from specmill.targets.kcl.package import KclTarget

__all__ = ["KclTarget", "names"]
