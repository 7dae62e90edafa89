"""What the normal form keeps of Discovery documents: everything; `make corpus` asks all 610."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus import documents
from corpus.rebuild import canonical, differences, rebuild

from specmill.diagnostics import Report
from specmill.sources import read

ODD = ("appengine.v1beta4", "compute.v1", "oauth2.v2", "storage.v1", "translate.v2")
"""Comments of no enumeration; versions; methods of the root; an order of its own; envelopes."""

SAMPLE = sorted({*documents.spread(30), *(documents.folder() / f"{name}.json" for name in ODD)})


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_a_document_can_be_made_again_from_its_normal_form(path: Path) -> None:
    report = Report()
    normal_form = read(path, report=report).root
    document = canonical(documents.read(path))
    assert not list(differences(document, rebuild(normal_form)))
    assert not report.findings


def test_what_is_lost_is_told() -> None:
    path = documents.folder() / "pubsub.v1.json"
    normal_form = read(path, report=Report()).root
    del normal_form["components"]["schemas"]["Topic"]["properties"]["labels"]
    told = list(differences(canonical(documents.read(path)), rebuild(normal_form)))
    assert len(told) == 1
    assert told[0].startswith("/schemas/Topic/properties/labels: lost")


def test_the_wheel_has_all_documents() -> None:
    assert len(documents.documents()) == len(set(documents.documents())) >= 610
