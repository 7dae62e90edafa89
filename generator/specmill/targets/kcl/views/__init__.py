"""Flat views of the model, one for each template of a module."""

from specmill.targets.kcl.views.model import model_files
from specmill.targets.kcl.views.page import page_view
from specmill.targets.kcl.views.provider import provider_view
from specmill.targets.kcl.views.resource import resource_files

__all__ = ["model_files", "page_view", "provider_view", "resource_files"]
