"""What an engineer is able and allowed to do: the brand's levels and the certificates the law asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from anxin.kernel import clock, undo
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid, NotFound

from ..events import CertificateEnded, CertificateRecorded, SkillCertified, SkillRemoved
from ..models import Certificate, Engineer, EngineerSkill
from .engineers import locked, record, touch, undo_offer

MAX_CATEGORY, MAX_NUMBER = 32, 40


@atomic
def certify(*, actor: Actor, engineer_id: UUID, category: str, level: int) -> EngineerSkill:
    """Set the brand's level (1 初级 … 4 专家) for a product category. Raises NotFound, or Invalid for another level."""
    if not 1 <= level <= 4 or not 0 < len(category) <= MAX_CATEGORY:
        raise Invalid("people.bad_level", level=level)
    engineer = locked(actor, "engineer.certify", engineer_id)
    skill, _ = EngineerSkill.objects.update_or_create(engineer=engineer, category=category, defaults={"level": level})
    touch(engineer)
    record(actor, engineer_id, SkillCertified(engineer_id, category, level))
    return skill


@atomic
def remove_skill(*, actor: Actor, engineer_id: UUID, category: str) -> None:
    """Take a category away: the engineer is no candidate for it any more. Raises NotFound."""
    engineer = locked(actor, "engineer.certify", engineer_id)
    if not EngineerSkill.objects.filter(engineer=engineer, category=category).delete()[0]:
        raise NotFound
    touch(engineer)
    record(actor, engineer_id, SkillRemoved(engineer_id, category))


@atomic
def set_skill_undoable(*, actor: Actor, engineer_id: UUID, category: str, level: int | None) -> str:
    """`certify`, or `remove_skill` where `level` is None, with the token that takes it back."""
    before = EngineerSkill.objects.filter(engineer_id=engineer_id, category=category).first()
    if level is None:
        remove_skill(actor=actor, engineer_id=engineer_id, category=category)
    else:
        certify(actor=actor, engineer_id=engineer_id, category=category, level=level)
    was = before.level if before else None
    return undo_offer(actor, "engineer.skill", engineer_id, category=category, level=was)


@undo.inverse("engineer.skill")
def _skill_back(actor: Actor, args: Mapping[str, Any]) -> None:
    engineer_id, category, level = UUID(args["engineer"]), args["category"], args["level"]
    if level is None:
        remove_skill(actor=actor, engineer_id=engineer_id, category=category)
    else:
        certify(actor=actor, engineer_id=engineer_id, category=category, level=level)


@atomic
def add_certificate(
    *,
    actor: Actor,
    engineer_id: UUID,
    kind: str,
    valid_from: date,
    valid_to: date,
    number: str = "",
    checked_at: datetime | None = None,
) -> Certificate:
    """Record a legal certificate, or correct the one of the same start. Raises NotFound, or Invalid for a bad kind or
    period."""
    _check(kind, valid_from, valid_to, number)
    engineer = locked(actor, "engineer.certify", engineer_id)
    certificate, _ = Certificate.objects.update_or_create(
        engineer=engineer,
        kind=kind,
        valid_from=valid_from,
        defaults={"valid_to": valid_to, "number": number, "checked_at": checked_at, "ended_at": None},
    )
    touch(engineer)
    record(actor, engineer_id, CertificateRecorded(engineer_id, kind, valid_to))
    return certificate


@atomic
def correct_certificate(
    *, actor: Actor, engineer_id: UUID, certificate_id: UUID, kind: str, valid_from: date, valid_to: date, number: str
) -> Certificate:
    """Write a certificate anew as it stands on the paper. Raises NotFound, Invalid as `add_certificate`, or Conflict
    when another of this kind begins on the same day."""
    _check(kind, valid_from, valid_to, number)
    engineer, certificate = _held(actor, engineer_id, certificate_id)
    same = Certificate.objects.filter(engineer=engineer, kind=kind, valid_from=valid_from).exclude(pk=certificate_id)
    if same.exists():
        raise Conflict("people.certificate_twice")
    certificate.kind, certificate.number = kind, number
    certificate.valid_from, certificate.valid_to = valid_from, valid_to
    certificate.ended_at = None
    certificate.save()
    touch(engineer)
    record(actor, engineer_id, CertificateRecorded(engineer_id, kind, valid_to))
    return certificate


@atomic
def end_certificate(*, actor: Actor, engineer_id: UUID, certificate_id: UUID, last_day: date) -> Certificate:
    """Let a certificate hold until `last_day`, on purpose: nobody is reminded of it. Raises NotFound, or Invalid for a
    day before its start or after its end."""
    engineer, certificate = _held(actor, engineer_id, certificate_id)
    if not certificate.valid_from <= last_day <= certificate.valid_to:
        raise Invalid("people.bad_certificate", kind=certificate.kind)
    certificate.valid_to, certificate.ended_at = last_day, clock.now()
    certificate.save()
    touch(engineer)
    record(actor, engineer_id, CertificateEnded(engineer_id, certificate.kind, last_day))
    return certificate


def _check(kind: str, valid_from: date, valid_to: date, number: str) -> None:
    if kind not in Certificate.Kind.values or valid_to < valid_from or len(number) > MAX_NUMBER:
        raise Invalid("people.bad_certificate", kind=kind)


def _held(actor: Actor, engineer_id: UUID, certificate_id: UUID) -> tuple[Engineer, Certificate]:
    engineer = locked(actor, "engineer.certify", engineer_id)
    certificate = Certificate.objects.filter(engineer=engineer, pk=certificate_id).first()
    if certificate is None:
        raise NotFound
    return engineer, certificate
