"""What was understood of a spec, as JSON."""
