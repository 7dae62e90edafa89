"""The rules: every kind of change there is, with its level."""

from specmill.surface.rules.calls import CALLS
from specmill.surface.rules.client import CLIENT
from specmill.surface.rules.models import MODELS
from specmill.surface.rules.rule import Rule

RULES: dict[str, Rule] = {rule.id: rule for rule in (*CLIENT, *CALLS, *MODELS)}
"""By id, in the order of the docs."""

__all__ = ["RULES", "Rule"]
