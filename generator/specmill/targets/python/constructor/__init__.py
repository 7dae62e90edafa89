"""The constructor of a client: credentials, servers and their settings."""
