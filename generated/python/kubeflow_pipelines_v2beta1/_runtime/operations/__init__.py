"""Long-running operations: to look at, to wait for, to cancel."""
