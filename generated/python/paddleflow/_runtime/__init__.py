"""What every generated package shares: the HTTP core, models, errors and pages."""
