"""The arguments of a call and how a request spells them."""
