"""References that stand where none can, that are spelled wrong, or that lead nowhere."""

from specmill.sources.repairs.references.copies import merge_copies
from specmill.sources.repairs.references.dangling import NOWHERE, give_up, lose_parameters
from specmill.sources.repairs.references.evident import mend_mapping, mend_reference, mend_siblings
from specmill.sources.repairs.references.inlined import inlined_references
from specmill.sources.repairs.references.restored import restore_references

__all__ = [
    "NOWHERE",
    "give_up",
    "inlined_references",
    "lose_parameters",
    "mend_mapping",
    "mend_reference",
    "mend_siblings",
    "merge_copies",
    "restore_references",
]
