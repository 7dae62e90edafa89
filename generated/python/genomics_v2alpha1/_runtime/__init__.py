"""Runtime of generated packages: clients, models, errors and pages, the same for every API."""
