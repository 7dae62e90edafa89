"""Which server a client talks to, and who it says it is there, as Google's own clients do."""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from tests.behaviour.server import Server, running

VARIABLES = (
    "CARGO_BASE_URL",
    "GOOGLE_API_USE_CLIENT_CERTIFICATE",
    "GOOGLE_API_USE_MTLS_ENDPOINT",
    "GOOGLE_CLOUD_UNIVERSE_DOMAIN",
)


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def url_of(cargo: Any, **settings: Any) -> str:
    """Return the base URL that both clients show."""
    shown = {
        repr(getattr(cargo, name)(**settings)).removeprefix("Async")
        for name in ("Cargo", "AsyncCargo")
    }
    assert len(shown) == 1
    return shown.pop().removeprefix("Cargo(base_url='").removesuffix("')")


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ({}, "https://cargo.googleapis.com"),
        ({"location": "us-east1"}, "https://cargo.us-east1.rep.googleapis.com"),
        ({"location": "in"}, "https://cargo.in.rep.googleapis.com"),
        ({"location": "us-east1-cargo"}, "https://us-east1-cargo.googleapis.com"),
        ({"location": "asia"}, "https://asia-cargo.googleapis.com"),
        ({"location": "moon-north1"}, "https://cargo.moon-north1.rep.googleapis.com"),
        ({"location": "in", "base_url": "http://h/x/"}, "http://h/x"),
        ({"universe_domain": "cloud.example"}, "https://cargo.cloud.example"),
        (
            {"universe_domain": "cloud.example", "location": "in"},
            "https://cargo.in.rep.cloud.example",
        ),
        ({"universe_domain": "cloud.example", "base_url": "http://h"}, "http://h"),
    ],
)
def test_the_caller_chooses(cargo: Any, settings: dict[str, str], url: str) -> None:
    assert url_of(cargo, **settings) == url


def test_the_environment_stands_in(cargo: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOOGLE_CLOUD_UNIVERSE_DOMAIN", "cloud.example")
    assert url_of(cargo) == "https://cargo.cloud.example"
    assert url_of(cargo, universe_domain="googleapis.com") == "https://cargo.googleapis.com"
    monkeypatch.setenv("CARGO_BASE_URL", "http://h")
    assert url_of(cargo) == "http://h"
    assert url_of(cargo, location="in") == "https://cargo.in.rep.cloud.example"


@pytest.mark.parametrize("name", ["", "a/b", "evil.com#", "-", "a b", "a@b", "x:1"])
def test_what_is_no_name_is_refused(cargo: Any, name: str) -> None:
    for settings in ({"location": name}, {"universe_domain": name}):
        with pytest.raises(cargo.ConfigurationError, match="is no"):
            cargo.Cargo(**settings)


def test_the_address_for_certificates(cargo: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, mtls = "https://cargo.googleapis.com", "https://cargo.mtls.googleapis.com"
    shown = ssl.create_default_context()
    assert url_of(cargo, cert=shown) == mtls
    assert url_of(cargo, cert=shown, base_url="http://h") == "http://h"
    monkeypatch.setenv("GOOGLE_API_USE_MTLS_ENDPOINT", "never")
    assert url_of(cargo, cert=shown) == plain
    monkeypatch.setenv("GOOGLE_API_USE_MTLS_ENDPOINT", "always")
    assert url_of(cargo) == mtls
    with pytest.raises(cargo.ConfigurationError, match=r"no mTLS address in universe 'u\.example'"):
        cargo.Cargo(universe_domain="u.example")
    monkeypatch.setenv("GOOGLE_API_USE_MTLS_ENDPOINT", "auto")
    monkeypatch.setenv("GOOGLE_API_USE_CLIENT_CERTIFICATE", "false")
    assert url_of(cargo, cert=shown) == plain
    for variable in ("GOOGLE_API_USE_MTLS_ENDPOINT", "GOOGLE_API_USE_CLIENT_CERTIFICATE"):
        with monkeypatch.context() as patched:
            patched.setenv(variable, "perhaps")
            with pytest.raises(cargo.ConfigurationError, match=f"{variable} is 'perhaps'"):
                cargo.Cargo()


class Authority:
    """A certificate authority and what it signed, as files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "authority")])
        self.certificate = folder / "authority.pem"
        made = self._builder(self._name, self._key).add_extension(
            x509.BasicConstraints(ca=True, path_length=None), critical=True
        )
        self.certificate.write_bytes(self._signed(made))

    def issue(self, name: str) -> tuple[str, str]:
        """Return the paths of a certificate for loopback, and of its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
        alternative = x509.SubjectAlternativeName([address])
        paths = self._folder / f"{name}.pem", self._folder / f"{name}.key"
        made = self._builder(subject, key).add_extension(alternative, critical=False)
        paths[0].write_bytes(self._signed(made))
        paths[1].write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        return str(paths[0]), str(paths[1])

    def _builder(self, subject: x509.Name, key: Any) -> x509.CertificateBuilder:
        now = datetime.now(UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
        )

    def _signed(self, builder: x509.CertificateBuilder) -> bytes:
        return builder.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """An authority that clients of this test trust."""
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.certificate))
    return made


@pytest.fixture
def closed_server(authority: Authority) -> Iterator[Server]:
    """A server that speaks only with those who show a certificate."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=authority.certificate)
    context.load_cert_chain(*authority.issue("server"))
    context.verify_mode = ssl.CERT_REQUIRED
    with running(context) as script:
        yield script


def test_a_certificate_is_shown(cargo: Any, authority: Authority, closed_server: Server) -> None:
    closed_server.answer({"name": "a", "weight": "1"})
    cert = authority.issue("client")
    with cargo.Cargo(base_url=closed_server.url, cert=cert) as client:
        assert client.crates.get("a").weight == 1

    async def soon() -> Any:
        async with cargo.AsyncCargo(base_url=closed_server.url, cert=cert) as client:
            return await client.crates.get("a")

    closed_server.answer({"name": "a", "weight": "2"})
    assert asyncio.run(soon()).weight == 2
    client = cargo.Cargo(base_url=closed_server.url, max_retries=0)
    with client, pytest.raises(cargo.TransportError):
        client.crates.get("a")


def test_the_certificate_of_the_device(
    cargo: Any, authority: Authority, closed_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    mtls = pytest.importorskip("google.auth.transport.mtls")
    monkeypatch.setenv("GOOGLE_API_USE_CLIENT_CERTIFICATE", "true")
    monkeypatch.setattr(mtls, "has_default_client_cert_source", lambda: False)
    assert url_of(cargo) == "https://cargo.googleapis.com"
    cert, key = (Path(path).read_bytes() for path in authority.issue("device"))
    monkeypatch.setattr(mtls, "has_default_client_cert_source", lambda: True)
    monkeypatch.setattr(mtls, "default_client_cert_source", lambda: lambda: (cert, key))
    assert url_of(cargo) == "https://cargo.mtls.googleapis.com"
    closed_server.answer({"name": "a", "weight": "1"})
    with cargo.Cargo(base_url=closed_server.url) as client:
        assert client.crates.get("a").weight == 1

    def fail() -> Any:
        raise mtls.exceptions.MutualTLSChannelError("broken")

    monkeypatch.setattr(mtls, "default_client_cert_source", lambda: fail)
    with pytest.raises(cargo.CredentialsError, match="broken"):
        cargo.Cargo()


def test_a_certificate_that_is_none(cargo: Any, tmp_path: Path) -> None:
    with pytest.raises(cargo.ConfigurationError, match="cannot be loaded"):
        cargo.Cargo(cert=str(tmp_path / "missing.pem"))
    (tmp_path / "empty.pem").write_text("")
    with pytest.raises(cargo.ConfigurationError, match="cannot be loaded"):
        cargo.Cargo(cert=str(tmp_path / "empty.pem"))
    with pytest.raises(cargo.ConfigurationError, match="exclude each other"):
        cargo.Cargo(cert=ssl.create_default_context(), transport=httpx2.HTTPTransport())
