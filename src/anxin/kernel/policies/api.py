"""Routes of policies: what holds, why, what it would be, and publishing."""

from datetime import datetime
from typing import Any

from ninja import Schema, Status
from pydantic import ValidationError

from anxin.kernel import clock
from anxin.kernel.errors import Invalid, NotFound
from anxin.kernel.http import Request, Router
from anxin.kernel.http.problems import problem
from anxin.kernel.i18n import t
from anxin.kernel.policies.document import Policy, kinds
from anxin.kernel.policies.store import Considered, Version, explain, publish

router = Router(tags=["policies"])


class KindOut(Schema):
    kind: str
    title: str
    standards: list[int]
    versions: int
    effective_from: datetime | None


class VersionOut(Schema):
    """`number` 0 is the template the house ships."""

    number: int
    document: dict[str, Any]
    scope: dict[str, str]
    effective_from: datetime | None
    published_by_name: str
    note: str
    verdict: str
    verdict_text: str


class PolicyOut(Schema):
    """`shape` is the JSON Schema of the document, `used_in` what reads it; the version that binds is first."""

    kind: str
    title: str
    standards: list[int]
    used_in: list[str]
    shape: dict[str, Any]
    current: dict[str, Any]
    versions: list[VersionOut]


class PolicyIn(Schema):
    document: dict[str, Any]
    effective_from: datetime | None = None
    scope: dict[str, str] = {}
    note: str = ""


@router.get("/policies", verb="policy.see", response=list[KindOut])
def list_(request: Request) -> list[KindOut]:
    return [_kind(cls, request.actor.lang) for cls in kinds().values()]


@router.get("/policies/{kind}", verb="policy.see", response=PolicyOut)
def one(request: Request, kind: str) -> PolicyOut:
    cls = _class(kind)
    told = explain(cls)
    return PolicyOut(
        kind=kind,
        title=t(f"policy.{kind}", request.actor.lang),
        standards=list(cls.standards),
        used_in=[t(f"policy.used.{place}", request.actor.lang) for place in cls.used_in],
        shape=cls.model_json_schema(),
        current=told[0].version.policy.model_dump(mode="json"),
        versions=[_version(considered, request.actor.lang) for considered in told],
    )


@router.post("/policies/{kind}", verb="policy.publish", creates=True, response={201: VersionOut})
def add(request: Request, kind: str, payload: PolicyIn) -> Status[VersionOut]:
    row = publish(
        request.actor,
        document_of(kind, payload.document),
        effective_from=payload.effective_from or clock.now(),
        note=payload.note,
        scope=payload.scope,
    )
    found = next(c for c in explain(_class(kind)) if c.version.number == row.number)
    return Status(201, _version(found, request.actor.lang))


@router.post("/policies/{kind}/preview", verb="policy.see", response=dict[str, Any])
def preview(request: Request, kind: str, payload: PolicyIn) -> dict[str, Any]:
    """The document as it would be read, defaults filled in. 400 names the field that does not fit."""
    return document_of(kind, payload.document).model_dump(mode="json")


def _class(kind: str) -> type[Policy]:
    found = kinds().get(kind)
    if found is None:
        raise NotFound
    return found


def document_of(kind: str, document: dict[str, Any]) -> Policy:
    """A document as its kind reads it. NotFound for another kind, Invalid with the field that does not fit."""
    try:
        return _class(kind).model_validate(document)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise Invalid("error.policy_does_not_fit", field=field, problem=problem(first)) from error


def _kind(cls: type[Policy], lang: str) -> KindOut:
    told = explain(cls)
    binding: Version = told[0].version
    return KindOut(
        kind=cls.kind,
        title=t(f"policy.{cls.kind}", lang),
        standards=list(cls.standards),
        versions=len(told),
        effective_from=binding.effective_from,
    )


def _version(considered: Considered, lang: str) -> VersionOut:
    version = considered.version
    return VersionOut(
        number=version.number,
        document=version.policy.model_dump(mode="json"),
        scope=dict(version.scope),
        effective_from=version.effective_from,
        published_by_name=version.published_by_name,
        note=version.note,
        verdict=considered.verdict,
        verdict_text=t(f"policy.verdict.{considered.verdict}", lang),
    )
