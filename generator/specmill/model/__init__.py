"""The typed model of an API: what every target reads. Standard library only."""
