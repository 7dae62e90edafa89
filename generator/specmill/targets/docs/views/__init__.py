"""Flat views of the model, one for each template of a page."""

from specmill.targets.docs.views.index import index_view, model_groups, rows_by_path
from specmill.targets.docs.views.model import model_view
from specmill.targets.docs.views.operation import OperationView, brief, operation_view, said

__all__ = [
    "OperationView",
    "brief",
    "index_view",
    "model_groups",
    "model_view",
    "operation_view",
    "rows_by_path",
    "said",
]
