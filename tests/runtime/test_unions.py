"""Unions whose members a property tells apart."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from pydantic import TypeAdapter, ValidationError

from runtime.data.decoding import MisfitError, decode, decode_leniently
from runtime.data.models import CamelModel
from runtime.data.unions import Tagged


class Animal(CamelModel):
    animal_kind: str
    name: str | None = None


class Bird(CamelModel):
    animal_kind: str
    wing_span: float | None = None
    friend: Annotated[Bird | Fish, Tagged("animalKind", {"bird": Bird, "fish": Fish})] | None = None


class Fish(CamelModel):
    animal_kind: str
    wing_span: float | None = None


AnyAnimal = Annotated[
    Bird | Fish | Animal | None,
    Tagged("animalKind", {"bird": Bird, "fish": Fish, "eel": Fish}, Animal),
]
NoOther = Annotated[Bird | Fish, Tagged("animalKind", {"bird": Bird, "fish": Fish})]


@pytest.mark.parametrize(
    ("kind", "member"),
    [("bird", Bird), ("fish", Fish), ("eel", Fish), ("worm", Animal), ("", Animal)],
)
def test_the_wire_value_decides(kind: str, member: type) -> None:
    content = f'{{"animalKind":"{kind}","wingSpan":1.5}}'.encode()
    animal = decode(content, AnyAnimal)
    assert type(animal) is member
    assert animal.animal_kind == kind
    assert TypeAdapter(AnyAnimal).dump_json(animal, by_alias=True, exclude_unset=True) == content


def test_an_unknown_value_makes_no_member() -> None:
    assert decode(b'{"animalKind":"x"}', NoOther) == {"animalKind": "x"}
    with pytest.raises(Exception, match="wingSpan"):
        decode(b'{"animalKind":"fish","wingSpan":"wide"}', NoOther)
    assert decode(b"null", AnyAnimal) is None


def test_models_and_mappings_are_taken_as_they_are() -> None:
    bird = Bird(animal_kind="something else", friend=Fish(animal_kind="fish"))
    assert TypeAdapter(AnyAnimal).validate_python(bird) is bird
    assert bird.model_dump_json(exclude_unset=True, by_alias=True) == (
        '{"animalKind":"something else","friend":{"animalKind":"fish"}}'
    )
    assert TypeAdapter(NoOther).dump_python({"animalKind": "fish"}, warnings=False) == {
        "animalKind": "fish"
    }


@pytest.mark.parametrize(
    ("content", "member"),
    [
        (b'{"animalKind":"fish","wingSpan":"wide"}', Fish),
        (b'{"animalKind":"worm","name":3}', Animal),
        (b'{"animalKind":["fish"]}', Animal),
        (b"{}", Animal),
    ],
)
def test_lenient_reading_asks_the_wire_value_too(content: bytes, member: type) -> None:
    assert type(decode_leniently(content, AnyAnimal)) is member
    assert type(decode_leniently(b"[" + content + b"]", list[AnyAnimal])[0]) is member


@pytest.mark.parametrize("content", [b"3", b'"x"', b"[]"])
def test_what_is_no_object_stays_plain(content: bytes) -> None:
    assert decode_leniently(content, AnyAnimal) == TypeAdapter(Any).validate_json(content)
    with pytest.raises(ValidationError):
        TypeAdapter(AnyAnimal).validate_json(content)


def test_equal_annotations_are_one_type() -> None:
    again = Annotated[Bird | Fish, Tagged("animalKind", {"bird": Bird, "fish": Fish})]
    assert again == NoOther
    assert hash(again) == hash(NoOther)
    assert again != Annotated[Bird | Fish, Tagged("animalKind", {"bird": Bird}, Fish)]


class Card(CamelModel):
    kind: Literal["card"] = "card"
    number: str


class Invoice(CamelModel):
    kind: Literal["invoice"] = "invoice"
    to: str


class Order(CamelModel):
    payment: Annotated[
        Card | Invoice, Tagged("kind", {"card": Card, "invoice": Invoice}, closed=True)
    ]


def test_a_tag_of_no_member_is_told_in_a_line() -> None:
    told = "kind: 'cash' is none of card, invoice"
    with pytest.raises(ValidationError, match=told) as raised:
        Order.model_validate({"payment": {"kind": "cash"}})
    assert len(raised.value.errors()) == 1
    with pytest.raises(MisfitError) as misfit:
        decode(b'{"payment": {"kind": "cash", "number": "1"}}', Order)
    assert str(misfit.value) == f"payment: {told}"
    with pytest.raises(ValidationError, match="kind: 3 is none of card, invoice") as raised:
        Order.model_validate({"payment": {"kind": 3}})
    assert len(raised.value.errors()) == 1
    with pytest.raises(MisfitError, match=r"payment.card.number: Field required$"):
        decode(b'{"payment": {"kind": "card"}}', Order)
