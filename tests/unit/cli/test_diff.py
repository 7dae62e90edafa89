"""``specmill diff``: sides, levels, exit codes, what a workspace accepts."""

from __future__ import annotations

import io
import json
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from specmill.cli import main

Capture = pytest.CaptureFixture[str]
RENAMED = ("operationId: getPet", "operationId: readPet")
GROWN = ("name: {type: string,", "age: {type: integer}\n        name: {type: string,")


def changed(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Ann", "-c", "user.email=ann@example.com"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(workspace: Path) -> Path:
    """The workspace in a repository, with one commit."""
    git(workspace, "init", "--quiet")
    git(workspace, "add", ".")
    git(workspace, "commit", "--quiet", "-m", "First")
    return workspace


def report(capsys: Capture) -> dict[str, Any]:
    reports = json.loads(capsys.readouterr().out)["reports"]
    assert len(reports) == 1
    found: dict[str, Any] = reports[0]
    return found


def test_two_files(spec: Path, capsys: Capture) -> None:
    new = spec.parent / "new.yaml"
    new.write_text(changed(spec.read_text(), RENAMED, GROWN))
    assert main(["diff", "petstore.yaml", "petstore.yaml"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["diff", "petstore.yaml", "new.yaml"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "models:",
        "  additive   Pet.age: one more field: int  [field-added]  "
        "petstore.yaml:17:5 → new.yaml:20:9",
        "pets:",
        "  breaking   pets.get: the method has another name: pets.get → pets.read "
        "(GET /pets/{petId})  [method-renamed]  petstore.yaml:6:5 → new.yaml:6:5",
        "= 1 breaking, 1 additive; version step: major",
    ]


@pytest.mark.parametrize(
    ("level", "code"),
    [("breaking", 0), ("behaviour", 0), ("additive", 1), ("docs", 1), ("none", 0)],
)
def test_exit_codes(spec: Path, level: str, code: int) -> None:
    (spec.parent / "new.yaml").write_text(changed(spec.read_text(), GROWN))
    assert main(["diff", "petstore.yaml", "new.yaml", "--fail-on", level]) == code


def test_an_api_and_its_own_source(workspace: Path, capsys: Capture) -> None:
    """The names that the lock keeps hold for a copy of the source, and so do pins."""
    source = workspace / "specs/petstore/source.yaml"
    source.write_text(changed(source.read_text(), RENAMED))
    assert main(["generate"]) == 0
    with (workspace / "specmill.toml").open("a") as config:
        config.write('[apis.petstore.names]\nPet = "Animal"\n')
    (workspace / "copy.yaml").write_text(source.read_text())
    capsys.readouterr()
    assert main(["diff", "copy.yaml", "petstore"]) == 0
    assert main(["diff", "petstore", "copy.yaml"]) == 0
    assert capsys.readouterr().out == ""


def test_a_pin_of_what_one_side_lacks(workspace: Path, capsys: Capture) -> None:
    source = workspace / "specs/petstore/source.yaml"
    with (workspace / "specmill.toml").open("a") as config:
        config.write('[apis.petstore.names]\nPet = "Animal"\n')
    (workspace / "other.yaml").write_text(source.read_text().replace("Pet", "Beast"))
    assert main(["diff", "petstore", "other.yaml"]) == 1
    assert "Animal: the class has another name: Animal → Beast" in capsys.readouterr().out


def test_a_file_of_a_revision(repository: Path, capsys: Capture) -> None:
    source = repository / "specs/petstore/source.yaml"
    source.write_text(changed(source.read_text(), GROWN))
    assert main(["diff", "HEAD:specs/petstore/source.yaml", "petstore", "--format", "json"]) == 1
    found = report(capsys)
    assert found["old"] == {"source": "HEAD:specs/petstore/source.yaml", "version": "1.0.0"}
    (change,) = found["changes"]
    assert change["rule"] == "field-added"
    assert change["old"]["file"] == "HEAD:specs/petstore/source.yaml"
    assert change["new"]["file"] == "specs/petstore/source.yaml"
    assert change["new"]["line"] == 20


def test_a_workspace_against_a_revision(repository: Path, capsys: Capture) -> None:
    assert main(["diff", "--against", "HEAD"]) == 0
    source = repository / "specs/petstore/source.yaml"
    source.write_text(changed(source.read_text(), GROWN))
    assert main(["diff", "--against", "HEAD", "--fail-on", "breaking"]) == 0
    assert "HEAD:specs/petstore/source.yaml:17:5" in capsys.readouterr().out
    config = repository / "specmill.toml"
    text, pin = config.read_text(), '\n[apis.petstore.names]\nPet = "Animal"\n'
    config.write_text(text + pin)
    assert main(["diff", "--against", "HEAD", "petstore", "--fail-on", "breaking"]) == 0
    assert "docs       Pet: the name is deprecated: Pet → Animal" in capsys.readouterr().out
    plain = changed(text, ("[apis.petstore]\n", "[apis.petstore]\nold_names = false\n"))
    config.write_text(plain + pin)
    assert main(["diff", "--against", "HEAD", "petstore", "--fail-on", "breaking"]) == 1
    assert "Pet: the class has another name: Pet → Animal" in capsys.readouterr().out


def test_a_method_that_keeps_its_old_name(repository: Path, capsys: Capture) -> None:
    """A pin gives another name; the old one works, until the workspace wants none."""
    config = repository / "specmill.toml"
    text = config.read_text()
    pin = '\n[apis.petstore.names]\ngetPet = "pets.read"\n'
    config.write_text(text + pin)
    assert main(["diff", "--against", "HEAD", "--fail-on", "additive"]) == 0
    told = capsys.readouterr().out
    assert "docs       pets.get: the name is deprecated: pets.get → pets.read" in told
    assert main(["generate"]) == 0
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "Pinned")
    config.write_text(changed(text, ("[apis.petstore]\n", "[apis.petstore]\nold_names = false\n")))
    with config.open("a") as file:
        file.write(pin)
    capsys.readouterr()
    assert main(["diff", "--against", "HEAD", "--fail-on", "breaking"]) == 1
    told = capsys.readouterr().out
    assert "breaking   pets.get: the deprecated name is gone: pets.read" in told


def test_a_package_that_is_renamed(repository: Path, capsys: Capture) -> None:
    config = repository / "specmill.toml"
    text = config.read_text()
    config.write_text(changed(text, ("[apis.petstore]\n", '[apis.petstore]\npackage = "pets"\n')))
    assert main(["diff", "--against", "HEAD"]) == 1
    assert "petstore → pets  [package-renamed]" in capsys.readouterr().out


def test_an_api_that_is_new(repository: Path, capsys: Capture) -> None:
    (repository / "more.yaml").write_text((repository / "petstore.yaml").read_text())
    with (repository / "specmill.toml").open("a") as config:
        config.write('[apis.more]\nsource = "more.yaml"\n')
    assert main(["diff", "--against", "HEAD"]) == 0
    assert "more is new: HEAD has no such API" in capsys.readouterr().err
    assert main(["diff", "--against", "HEAD", "more"]) == 2


@pytest.mark.parametrize("revision", ["no-such-branch", "--help", ""])
def test_revisions_that_are_none(repository: Path, capsys: Capture, revision: str) -> None:
    assert main(["diff", "--against", revision]) == 2
    assert "no revision" in capsys.readouterr().err


def test_no_repository(workspace: Path, capsys: Capture) -> None:
    assert main(["diff", "--against", "HEAD"]) == 2
    assert "is in no Git repository" in capsys.readouterr().err


def test_stdin(spec: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    text = changed(spec.read_text(), GROWN)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert main(["diff", "petstore.yaml", "-"]) == 1
    assert "petstore.yaml:17:5 → -:20:9" in capsys.readouterr().out


@pytest.fixture
def address(spec: Path) -> Iterator[str]:
    """An address that serves the petstore with one more field."""
    content = changed(spec.read_text(), GROWN).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/petstore.yaml"
    server.shutdown()


def test_an_address(address: str, capsys: Capture) -> None:
    assert main(["diff", "petstore.yaml", address]) == 1
    assert f"→ {address}:20:9" in capsys.readouterr().out


def test_mistakes_of_a_foreign_file_name_it(repository: Path, capsys: Capture) -> None:
    (repository / "bad.yaml").write_text("openapi: 3.1.0\npaths: [\n")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "Bad")
    assert main(["diff", "HEAD:bad.yaml", "petstore"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("HEAD:bad.yaml:")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "give OLD and NEW"),
        (["petstore.yaml"], "give OLD and NEW"),
        (["petstore.yaml", "petstroe"], "no file, revision or API 'petstroe'"),
        (["petstore.yaml", "HEAD:petstore.yaml"], "no file, revision or API"),
    ],
)
def test_bad_usage(spec: Path, capsys: Capture, args: list[str], message: str) -> None:
    assert main(["diff", *args]) == 2
    assert message in capsys.readouterr().err


class TestSettings:
    """``[diff.rules]`` and ``[[diff.accept]]``."""

    @pytest.fixture(autouse=True)
    def _grown(self, repository: Path) -> None:
        source = repository / "specs/petstore/source.yaml"
        source.write_text(changed(source.read_text(), GROWN, ("What it listens to", "Its name")))

    def told(self, capsys: Capture, *, code: int) -> list[str]:
        assert main(["diff", "--against", "HEAD"]) == code
        return capsys.readouterr().out.splitlines()

    def configure(self, repository: Path, text: str) -> None:
        with (repository / "specmill.toml").open("a") as config:
            config.write(text)

    def test_another_level(self, repository: Path, capsys: Capture) -> None:
        text = '[diff.rules]\nfield-added = "breaking"\ndocs-changed = "ignore"\n'
        self.configure(repository, text)
        lines = self.told(capsys, code=1)
        assert lines[-1] == "= 1 breaking; version step: major"

    def test_an_accepted_change(self, repository: Path, capsys: Capture) -> None:
        self.configure(
            repository,
            '[diff.rules]\ndocs-changed = "ignore"\n[[diff.accept]]\nrule = "field-added"\n'
            'subject = "Pet.age"\nreason = "wanted"\nuntil = 2999-12-31\n',
        )
        lines = self.told(capsys, code=0)
        assert lines[1].startswith("  accepted   Pet.age: one more field")
        assert lines[2].strip() == "because wanted"
        assert lines[-1] == "= 1 accepted; version step: minor"

    def test_one_that_is_accepted_by_its_fingerprint(
        self, repository: Path, capsys: Capture
    ) -> None:
        assert main(["diff", "--against", "HEAD", "--format", "json"]) == 1
        prints = [one["fingerprint"] for one in report(capsys)["changes"]]
        for one in prints:
            accepted = f'[[diff.accept]]\nfingerprint = "{one}"\nreason = "fine"\n'
            self.configure(repository, accepted)
        # It is the same change wherever it stands.
        source = repository / "specs/petstore/source.yaml"
        source.write_text("# Pets.\n" + source.read_text())
        assert self.told(capsys, code=0)[-1] == "= 2 accepted; version step: minor"

    def test_one_whose_day_is_over(self, repository: Path, capsys: Capture) -> None:
        self.configure(
            repository,
            '[[diff.accept]]\nrule = "field-added"\nsubject = "Pet.age"\nreason = "soon"\n'
            "until = 2020-01-01\n",
        )
        assert main(["diff", "--against", "HEAD"]) == 1
        out, err = capsys.readouterr()
        assert "  additive   Pet.age" in out
        assert "the acceptance of field-added at Pet.age ended on 2020-01-01" in err

    def test_one_that_accepts_nothing(self, repository: Path, capsys: Capture) -> None:
        self.configure(
            repository,
            '[[diff.accept]]\nrule = "field-added"\nsubject = "Pet.size"\nreason = "soon"\n',
        )
        main(["diff", "--against", "HEAD"])
        assert "nothing of field-added at Pet.size to accept" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ('[diff.rules]\nfield-aded = "docs"\n', "did you mean 'field-added'?"),
            ('[diff.rules]\nfield-added = "bad"\n', "'bad' is not a level"),
            ("[diff.rules]\nfield-added = 1\n", "diff.rules must be a table of strings"),
            ('[diff]\nrule = "x"\n', "unknown key 'diff.rule'"),
            ('[[diff.accept]]\nrule = "field-added"\n', "an accepted change needs a `reason`"),
            ('[[diff.accept]]\nreason = "so"\n', "needs a `fingerprint`, or a `rule` and"),
            ('[[diff.accept]]\nreason = "so"\nuntil = "x"\n', "diff.accept.until must be a date"),
            ('[diff]\naccept = ["x"]\n', "diff.accept must be a list of tables"),
        ],
    )  # fmt: skip
    def test_mistakes(self, repository: Path, capsys: Capture, text: str, message: str) -> None:
        self.configure(repository, text)
        assert main(["diff", "--against", "HEAD"]) == 2
        err = capsys.readouterr().err
        assert message in err
        assert err.startswith("specmill.toml:")
