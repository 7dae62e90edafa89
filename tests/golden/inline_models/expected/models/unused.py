"""Models that no operation uses."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.data.models import Model, wire_name
from .ships import Home, Sailor

HarborPilotNoticeProgressWaitingOrTowedStep: TypeAlias = Literal["waiting", "towed"] | str
PilotPermissionValue: TypeAlias = Literal["read", "write"] | str


class Drill(Model):
    name: str | None = None


class BoatInsured(Model):
    by: str | None = None
    sum: float | None = None


class BoatLast(Model):
    from_: Annotated[str | None, wire_name("from")] = None
    to: str | None = None
    days: int | None = None
    miles: int | None = None
    crew: int | None = None
    price: float | None = None


class Boat(Model):
    """A list of crew members that shares nothing but their shape with anybody else."""

    rower: Sailor | None = None
    home: Home | None = None
    insured: BoatInsured | None = None
    last: BoatLast | None = None
    next: BoatLast | None = None


class HarborPilotBadge(Model):
    code: str | None = None
    issuer: HarborPilotBadgeIssuer | None = None


class HarborPilotBadgeIssuer(Model):
    port: str | None = None


class HarborPilotLinks(Model):
    self: str | None = None


class HarborPilotBoat(Model):
    berth: int | None = None


class HarborPilot(Model):
    badge: HarborPilotBadge | None = None
    links: HarborPilotLinks | None = None
    boats: dict[str, HarborPilotBoat] | None = None
    access: PilotPermissions | None = None


class HarborPilotNoticeHarborPilot(Model):
    shift: HarborPilotNoticeShift | None = None


class HarborPilotNoticeShift(Model):
    starts: str | None = None


class HarborPilotNoticeOutcomeTextOnly(Model):
    text: str | None = None


class HarborPilotNoticeOutcomeWithBerth(Model):
    text: str | None = None
    berth: int


class HarborPilotNoticeProgressDocked(Model):
    step: Literal["docked"] | str | None = None
    at: str | None = None


class HarborPilotNoticeProgressWaitingOrTowed(Model):
    step: HarborPilotNoticeProgressWaitingOrTowedStep | None = None
    at: str | None = None


class HarborPilotNoticeCrewWithTextNames(Model):
    names: list[str] | None = None


class HarborPilotNoticeCrewWithObjectNames(Model):
    names: list[HarborPilotNoticeCrewWithObjectNamesName] | None = None


class HarborPilotNoticeCrewWithObjectNamesName(Model):
    first: str | None = None


class HarborPilotNotice(Model):
    badge: HarborPilotBadge | None = None
    harbor_pilot: HarborPilotNoticeHarborPilot | None = None
    outcome: HarborPilotNoticeOutcomeTextOnly | HarborPilotNoticeOutcomeWithBerth | None = None
    progress: HarborPilotNoticeProgressDocked | HarborPilotNoticeProgressWaitingOrTowed | None = (
        None
    )
    crew: HarborPilotNoticeCrewWithTextNames | HarborPilotNoticeCrewWithObjectNames | None = None


class PilotPermissions(Model):
    harbor: PilotPermissionValue | None = None
    tugs: PilotPermissionValue | None = None
    charts: PilotPermissionValue | None = None
