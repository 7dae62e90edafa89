"""A toy shop in Flask with flask-smorest, as its users write it; marshmallow validates."""

from __future__ import annotations

import enum
import warnings
from typing import Any

import marshmallow
from flask import Flask, Response
from flask_smorest import Api, Blueprint
from flask_smorest.fields import Upload
from marshmallow import fields, validate

application = Flask(__name__)
application.config.update(API_TITLE="Toys", API_VERSION="v1", OPENAPI_VERSION="3.0.3")
toys = Blueprint("toys", "toys", url_prefix="/toys")
_STORED: dict[int, dict[str, Any]] = {}


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


class Maker(marshmallow.Schema):
    name = fields.String(required=True)
    country = fields.String(allow_none=True)


class Toy(marshmallow.Schema):
    id = fields.Integer(dump_only=True)
    name = fields.String(required=True, validate=validate.Length(1, 9))
    price = fields.Decimal(
        as_string=True, metadata={"type": "string", "format": "decimal"}, load_default=None
    )
    maker = fields.Nested(Maker, allow_none=True)
    makers = fields.List(fields.Nested(Maker))
    size = fields.Integer(allow_none=True)
    state = fields.String(allow_none=True, validate=validate.OneOf(["new", "used"]))
    colour = fields.Enum(Colour, by_value=fields.Integer())
    counts = fields.Dict(keys=fields.String(), values=fields.List(fields.Integer()))
    made = fields.AwareDateTime()
    secret = fields.String(load_only=True)


class Asked(marshmallow.Schema):
    tags = fields.List(fields.String())
    colour = fields.Enum(Colour, by_value=fields.Integer())
    is_new = fields.Boolean()


class Form(marshmallow.Schema):
    name = fields.String(required=True)
    sizes = fields.List(fields.Integer())


class Files(marshmallow.Schema):
    picture = Upload(required=True)
    others = fields.List(Upload())


class Problem(marshmallow.Schema):
    why = fields.String()


@toys.route("/", methods=["GET"])
@toys.arguments(Asked, location="query")
@toys.response(200)
def list_toys(asked: dict[str, Any]) -> Any:
    """Say what was asked."""
    colour = asked.get("colour")
    return {**asked, "colour": None if colour is None else colour.value}


@toys.route("/", methods=["POST"])
@toys.arguments(Toy)
@toys.response(201, Toy)
def create_toy(toy: dict[str, Any]) -> Any:
    """Keep a toy."""
    toy["id"] = 1
    _STORED[1] = toy
    return toy


@toys.route("/many", methods=["PUT"])
@toys.arguments(Toy(many=True))
@toys.response(200, Toy(many=True))
def replace_toys(many: list[dict[str, Any]]) -> Any:
    """Give toys back."""
    return many


@toys.route("/<int:toy_id>", methods=["DELETE"])
@toys.response(204, Toy)
def delete_toy(toy_id: int) -> None:
    """Forget a toy; a schema of 204 is a habit of its users."""
    _STORED.pop(toy_id, None)


@toys.route("/<int:toy_id>", methods=["GET"])
@toys.response(200, Toy)
@toys.alt_response(404, schema=Problem)
def get_toy(toy_id: int) -> Any:
    """Find a toy."""
    if toy_id not in _STORED:
        return Response('{"why": "no such toy"}', 404, content_type="application/json")
    return _STORED[toy_id]


@toys.route("/form", methods=["POST"])
@toys.arguments(Form, location="form")
@toys.response(200)
def send_form(form: dict[str, Any]) -> Any:
    """Give a form back."""
    return form


@toys.route("/pictures", methods=["POST"])
@toys.arguments(Files, location="files")
@toys.response(200)
def send_pictures(files: dict[str, Any]) -> Any:
    """Say what was uploaded."""
    others = [one.filename for one in files.get("others", ())]
    return [files["picture"].filename, files["picture"].read().decode(), others]


@toys.route("/table", methods=["GET"])
@toys.response(200, {"type": "string"}, content_type="text/csv")
def get_table() -> Response:
    """Answer CSV."""
    return Response("a,ü\r\n", content_type="text/csv; charset=utf-8")


with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # apispec warns that schemas of lists have equal names
    _api = Api(application)
    _api.register_blueprint(toys)


def spec() -> dict[str, Any]:
    """Return the document that flask-smorest makes."""
    document: dict[str, Any] = _api.spec.to_dict()
    return document
