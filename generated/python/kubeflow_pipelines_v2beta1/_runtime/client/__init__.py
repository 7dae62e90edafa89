"""The sync and the async client, what they share, and resources, their groups of operations."""
