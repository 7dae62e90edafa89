"""A request as a value: what to send, options of the call, addresses, settings, secrets."""
