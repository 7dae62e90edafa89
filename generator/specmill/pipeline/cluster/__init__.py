"""Builds on other machines: what travels there and back, what a worker does, a Dask cluster."""

from specmill.pipeline.cluster.dask import build_on, scheduler_of

__all__ = ["build_on", "scheduler_of"]
