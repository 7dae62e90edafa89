"""Steps of other builds: dependency files, shards of a workspace, a hook of hatch."""

__all__ = ["depfile", "hatch_hook", "sharding"]
