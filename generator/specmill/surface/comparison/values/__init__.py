"""Values compared: their types, their constraints, their unions and enumerations."""
