"""The sync and the async client, and the groups of operations that they have."""
