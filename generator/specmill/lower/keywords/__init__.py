"""What single keywords of a schema mean: constraints, rules, discriminators, scalars, `allOf`."""
