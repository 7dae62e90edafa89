"""Streams: answers and bodies that come item by item, such as server-sent events and JSON lines."""
