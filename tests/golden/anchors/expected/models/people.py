"""Models of `people`."""

from __future__ import annotations

from .._runtime.data.models import Model


class PersonName(Model):
    first: str | None = None
    last: str | None = None


class Person(Model):
    name: PersonName | None = None
    parent: Person | None = None
    address: Address | None = None
    city: str | None = None
    """At least 2 characters."""


class Address(Model):
    city: str | None = None
    """At least 2 characters."""
    owner: Person | None = None
    twin: Address | None = None
