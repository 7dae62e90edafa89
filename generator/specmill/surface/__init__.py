"""The Python surface of an API as a value, and what differs between two of them."""
