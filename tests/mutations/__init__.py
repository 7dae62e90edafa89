"""Documents with one mistake each: every one generates, or ends in an error with its place."""
