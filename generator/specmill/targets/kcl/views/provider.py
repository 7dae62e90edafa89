"""Flat view of the provider: what a caller configures once for all resources."""

from __future__ import annotations

from collections.abc import Iterator

from specmill.model.api import Api
from specmill.model.credentials import CredentialKind
from specmill.model.entities import EntityField, Role
from specmill.model.models import Docs, Field
from specmill.model.types import LiteralOf, Scalar, ScalarKind
from specmill.targets.kcl.checks import Checks
from specmill.targets.kcl.names import KclNames
from specmill.targets.kcl.reserved import MODELS, PROVIDER
from specmill.targets.kcl.types import TypeSpeller
from specmill.targets.kcl.views.model import import_lines
from specmill.targets.kcl.views.schema import SchemaMaker, SchemaView
from specmill.targets.python.spelling import one_line
from specmill.values import dataclass

_TEXT = Scalar(ScalarKind.STRING)
_CREDENTIALS = {
    CredentialKind.TOKEN: (("token", "A bearer token."),),
    CredentialKind.API_KEY: (("apiKey", "An API key."),),
    CredentialKind.BASIC: (("username", ""), ("password", "")),
    CredentialKind.LOGIN: (("username", ""), ("password", "")),
    CredentialKind.CERTIFICATE: (),
    CredentialKind.OTHER: (),
}
_STANDARD = (Role.CREATE, Role.READ, Role.UPDATE, Role.DELETE)


@dataclass(frozen=True, slots=True)
class ProviderView:
    """The file of the provider."""

    imports: tuple[str, ...]
    schema: SchemaView


def provider_view(api: Api, names: KclNames) -> ProviderView:
    """Return the schema of the provider: server, credentials, scope, common parameters."""
    speller = TypeSpeller(api, names.models, f"{MODELS}.")
    maker = SchemaMaker(api, speller, Checks(api, names.runtime), {})
    fields: dict[str, Field] = {}
    for field in (*_server(api), *_credentials(api), *scope(api), *_common(api)):
        fields.setdefault(field.wire, field)
    about = one_line(f"What all requests to the {api.title or api.key} have in common.")
    schema = maker.schema(PROVIDER, about, tuple(fields.values()))
    checked = any(names.runtime in check for check in schema.checks)
    imports = import_lines(
        models=MODELS if speller.used else "", runtime=names.runtime if checked else ""
    )
    return ProviderView(imports, schema)


def scope(api: Api) -> Iterator[Field]:
    """Yield the identity that several entities share and that is nobody's own: project, region.

    What means another thing from entity to entity, such as a parent, is left out.
    """
    own = {
        entity.identity[-1].wire
        for entity in api.entities
        if entity.identity and entity.pattern.endswith("}") and entity.having(*_STANDARD)
    }
    found: dict[str, list[EntityField]] = {}
    for entity in api.entities:
        for field in entity.identity:
            found.setdefault(field.wire, []).append(field)
    for wire, fields in found.items():
        same = len({(field.type, field.bounds) for field in fields}) == 1
        if len(fields) > 1 and same and wire not in own:
            yield _field(wire, fields[0].docs.description, fields[0].name)


def _server(api: Api) -> Iterator[Field]:
    default, *others = [server.url for server in api.servers] or [""]
    docs = Docs("", f"Other servers: {', '.join(f'`{url}`' for url in others)}." if others else "")
    base = api.servers[0].default_url if default else None
    yield Field("baseUrl", "base url", _TEXT, False, docs, default=base)
    for variable in api.servers[0].variables if api.servers else ():
        kind = ScalarKind.INTEGER if isinstance(variable.default, int) else ScalarKind.STRING
        type_ = LiteralOf(variable.values) if variable.values else Scalar(kind)
        yield Field(
            variable.wire, variable.name, type_, False, variable.docs, default=variable.default
        )


def _credentials(api: Api) -> Iterator[Field]:
    for credential in api.credentials:
        for wire, about in _CREDENTIALS[credential.kind]:
            description = credential.docs.description or about
            yield Field(wire, wire, _TEXT, False, Docs("", description), secret=wire != "username")


def _common(api: Api) -> Iterator[Field]:
    for one in api.common_parameters:
        yield Field(one.wire, one.name, one.type, False, one.docs, one.default, bounds=one.bounds)


def _field(wire: str, description: str, name: str) -> Field:
    return Field(wire, name, _TEXT, False, Docs("", description))
