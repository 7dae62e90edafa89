"""What type checkers are to find in tests that use a kit; each mistake is on a line of its own."""

from __future__ import annotations

from kit_api.models import Bed, Entry, Plant
from kit_api.testing import FakeKit, Recorder

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
fake.faults(resets="often")  # mistake: a share that is a text
fake.stateful(keep=True)  # mistake: no such argument
FakeKit.replay(3)  # mistake: a path that is a number
fake.plants.get.sequence(Plant(name="a"), Bed(name="a"))  # mistake: another model in turn
fake.diary.read.streams([Bed(name="a")])  # mistake: items of another model
fake.diary.read.returns([Entry(text="a")])  # mistake: a stream is no list
fake.plants.grow.finishes(Bed(name="a"))  # mistake: work that comes to something else
fake.seeds.get_media.returns("a")  # mistake: a text for a download
print(fake.seeds.upload.calls[0].media.content)  # mistake: there may be no media
Recorder(3, "calls.json")  # mistake: no client
fake.beds.put.calls[0].bed_name = "a"  # mistake: calls are what was sent
