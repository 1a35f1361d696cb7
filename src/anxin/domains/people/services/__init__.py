"""Writes of people: one function, one use-case, one transaction, its events."""

from .areas import authorise, end_authorisation
from .engineers import change_engineer, end_engineer, enrol_engineer
from .keys import NewKey, create_api_key, revoke_api_key
from .org import add_org_unit, change_org_unit
from .papers import (
    add_certificate,
    certify,
    correct_certificate,
    end_certificate,
    remove_skill,
    set_skill_undoable,
)
from .passwords import find_for_reset, reset_password, send_reset
from .roster import (
    Away,
    Hours,
    Planned,
    book_absence,
    book_undoable,
    cancel_absence,
    plan_crew,
    plan_shifts,
)
from .users import add_user, change_password, change_user, give_role, take_role

__all__ = [
    "Away",
    "Hours",
    "NewKey",
    "Planned",
    "add_certificate",
    "add_org_unit",
    "add_user",
    "authorise",
    "book_absence",
    "book_undoable",
    "cancel_absence",
    "certify",
    "change_engineer",
    "change_org_unit",
    "change_password",
    "change_user",
    "correct_certificate",
    "create_api_key",
    "end_authorisation",
    "end_certificate",
    "end_engineer",
    "enrol_engineer",
    "find_for_reset",
    "give_role",
    "plan_crew",
    "plan_shifts",
    "remove_skill",
    "reset_password",
    "revoke_api_key",
    "send_reset",
    "set_skill_undoable",
    "take_role",
]
