"""Models of `visualizations`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.data.models import Model

VisualizationType: TypeAlias = Literal["ROC_CURVE", "TFDV", "TFMA", "TABLE", "CUSTOM"] | str
"""Kind of visualization, such as an ROC curve or a table. The server's default is `ROC_CURVE`."""


class Visualization(Model):
    """Chart or table that the server generates from input data."""

    type: VisualizationType | None = None
    """Kind of visualization to generate; required."""
    source: str | None = None
    """Path pattern of the data to draw from; required."""
    arguments: str | None = None
    """Settings for the generation, as JSON text; required."""
    html: str | None = None
    """Generated page; set by the server."""
    error: str | None = None
    """Why the generation fails; most other fields are then absent."""
