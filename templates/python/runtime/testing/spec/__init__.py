"""What an API declares: its spec, values that fit it, and what does not fit."""
