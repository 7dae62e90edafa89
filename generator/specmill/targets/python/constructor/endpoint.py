"""Server arguments besides the base URL: location, universe domain, client certificate."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.api import Api
from specmill.model.credentials import CredentialKind
from specmill.model.servers import Server, ServerRole
from specmill.model.types import LiteralOf
from specmill.targets.python.imports import Imports
from specmill.targets.python.spelling import literal
from specmill.targets.python.types import TypeSpeller
from specmill.values import dataclass

LOCATION = "ServerLocation"
"""Name of the type of locations in the module of the clients."""


@dataclass(frozen=True, slots=True)
class ConstructorParameter:
    """An argument of the constructors; ``default`` begins with `` = `` or is empty."""

    name: str
    annotation: str
    async_annotation: str
    default: str = " = None"
    text: str = ""
    """What the spec says of it."""
    wire: str = ""
    """The server's variable, the header or the field of the login that it is for."""
    needed: bool = False
    """It has no default that would do; a base URL does without."""

    @classmethod
    def optional(cls, name: str, annotation: str, text: str) -> ConstructorParameter:
        """Make an argument that may be left out."""
        annotation = f"{annotation} | None"
        return cls(name, annotation, annotation, text=text)


@dataclass(frozen=True, slots=True)
class EndpointView:
    """Arguments of the constructors, and what of them the runtime is told."""

    parameters: tuple[ConstructorParameter, ...] = ()
    passed: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


def endpoint_of(api: Api, imports: Imports, runtime: str) -> EndpointView:
    """Return the view of an API's servers beyond the main one; ``imports`` takes what it needs."""
    regional = [server for server in api.servers if server.role is ServerRole.REGIONAL]
    mtls = next((one.url for one in api.servers if one.role is ServerRole.MTLS), "")
    google = any(credential.google for credential in api.credentials)
    shows = any(one.kind is CredentialKind.CERTIFICATE for one in api.credentials)
    certificate = shows or bool(mtls)
    parameters = tuple(_parameters(regional=bool(regional), google=google, certificate=certificate))
    if not parameters:
        return EndpointView()
    if certificate:
        imports.add(f"{runtime}.auth.endpoints", "ClientCertificate")
    if not (regional or google or mtls):
        imports.add(f"{runtime}.auth.certificates", "CertificateEndpoint")
        return EndpointView(parameters, ("endpoint=CertificateEndpoint(cert=cert)",))
    imports.add(f"{runtime}.auth.endpoints", "Endpoint")
    settings = list(_regional_urls(regional))
    if mtls:
        settings.append(f"mtls_url={literal(mtls)}")
    given = ", ".join(f"{one.name}={one.name}" for one in parameters)
    aliases = _aliases(regional, imports, runtime) if regional else ()
    return EndpointView(parameters, (f"endpoint=Endpoint({given})",), tuple(settings), aliases)


def _parameters(
    *, regional: bool, google: bool, certificate: bool
) -> Iterator[ConstructorParameter]:
    if regional:
        text = "Use the server of this region; see also `base_url`."
        yield ConstructorParameter.optional("location", LOCATION, text)
    if google:
        text = "Domain of another universe; by default `GOOGLE_CLOUD_UNIVERSE_DOMAIN`."
        yield ConstructorParameter.optional("universe_domain", "str", text)
    if certificate:
        text = "Client certificate for mutual TLS: `(certificate, key)`, or a context with it."
        yield ConstructorParameter.optional("cert", "ClientCertificate", text)


def _regional_urls(regional: list[Server]) -> Iterator[str]:
    """Write the URLs; the first takes every location that no other has."""
    pairs = []
    for index, server in enumerate(regional):
        listed = tuple(str(one) for variable in server.variables for one in variable.values)
        pairs.append(f"{literal(server.url)}: {listed if index else ()!r}")
    if pairs:
        yield f"regional_urls={{{', '.join(pairs)}}}"


def _aliases(regional: list[Server], imports: Imports, runtime: str) -> tuple[str, ...]:
    names = dict.fromkeys(
        str(value)
        for server in regional
        for variable in server.variables
        for value in variable.values
    )
    speller = TypeSpeller(imports, str, runtime, arguments=True)
    imports.add("typing", "TypeAlias")
    return (f"{LOCATION}: TypeAlias = {speller.spell(LiteralOf(tuple(sorted(names))))}",)
