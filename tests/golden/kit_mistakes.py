"""What type checkers are to find in tests that use a kit; each mistake is on a line of its own."""

from __future__ import annotations

from kit_api.models import Bed, Plant
from kit_api.testing import FakeKit

fake = FakeKit()
fake.plants.get.returns(Bed(name="a"))  # mistake: another model
fake.plants.list.returns(Plant(name="a"))  # mistake: one item for a list
fake.plants.list.returns([Bed(name="a")])  # mistake: a list of another model
fake.plants.delete.returns("gone")  # mistake: a value where nothing comes back
fake.plants.get.fails("404")  # mistake: a status that is a text
fake.plants.create.returns(lambda call: Plant(name=call.name))  # mistake: no such argument
fake.plants.set_picture.returns(b"")  # mistake: a file where nothing comes back
print(fake.plants.get.calls[0].plant_id.upper())  # mistake: the argument is a number
fake.plants.fetch.returns(Plant(name="a"))  # mistake: no such operation
fake.plants.get.returns(Plant(name="a"), page_size=1)  # mistake: no list in pages
