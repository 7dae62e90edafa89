"""Flat views of the model, one for each template of a package."""

from specmill.targets.python.views.client import (
    client_view,
    model_names,
    offered_names,
    options_view,
    public_names,
    query_names,
)
from specmill.targets.python.views.fake_routes import stub_of
from specmill.targets.python.views.link_text import linked_argument, linked_path
from specmill.targets.python.views.long_running import long_running_view
from specmill.targets.python.views.model import model_module_view, models_by_module
from specmill.targets.python.views.request import RequestWriter
from specmill.targets.python.views.resource import resource_view
from specmill.targets.python.views.testing import SPEC, fake_resource_view, fake_view
from specmill.targets.python.views.webhooks import webhook_names, webhooks_view

__all__ = [
    "SPEC",
    "RequestWriter",
    "client_view",
    "fake_resource_view",
    "fake_view",
    "linked_argument",
    "linked_path",
    "long_running_view",
    "model_module_view",
    "model_names",
    "models_by_module",
    "offered_names",
    "options_view",
    "public_names",
    "query_names",
    "resource_view",
    "stub_of",
    "webhook_names",
    "webhooks_view",
]
