"""Who acts: every read and every write names its actor."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class ActorKind(StrEnum):
    PERSON = "person"  # staff with a log-in
    CUSTOMER = "customer"
    DEVICE = "device"
    AI = "ai"
    SYSTEM = "system"


class Assurance(StrEnum):
    """How sure we are who it is. Somebody who merely types a phone number is `CLAIMED`."""

    ANONYMOUS = "anonymous"
    CLAIMED = "claimed"
    VERIFIED = "verified"  # password and second factor, OTP, signed link
    OPENID = "openid"  # staff, by the house's OpenID provider


@dataclass(frozen=True, slots=True)
class Assignment:
    """A role at a place of the organisation tree; `org_ids` is that place and all below it."""

    role: str
    org_id: UUID | None
    org_ids: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Actor:
    """`id` is a user's id for a person, a customer's for a customer; None for the system and the anonymous."""

    kind: ActorKind
    id: UUID | None = None
    assurance: Assurance = Assurance.ANONYMOUS
    name: str = ""
    lang: str = "zh"
    assignments: tuple[Assignment, ...] = ()
    on_behalf_of: UUID | None = None
    session: str = ""
    #: Objects this session or link opened and may therefore see, as (type, id).
    holds: frozenset[tuple[str, UUID]] = field(default_factory=frozenset)
    #: Where an API key narrows its owner: the only verbs it may use. None = all the roles give.
    only_verbs: frozenset[str] | None = None

    @property
    def is_staff(self) -> bool:
        return self.kind is ActorKind.PERSON and self.id is not None

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(a.role for a in self.assignments)


SYSTEM = Actor(kind=ActorKind.SYSTEM, assurance=Assurance.VERIFIED, name="Anxin")
ANONYMOUS = Actor(kind=ActorKind.CUSTOMER)
