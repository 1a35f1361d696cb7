"""Writes of people: one function, one use-case, one transaction, its events."""

from .areas import authorise, end_authorisation
from .engineers import add_certificate, book_absence, certify, enrol_engineer, plan_shifts
from .keys import NewKey, create_api_key, revoke_api_key
from .org import add_org_unit
from .passwords import find_for_reset, reset_password, send_reset
from .users import add_user, change_password, change_user, give_role, take_role

__all__ = [
    "NewKey",
    "add_certificate",
    "add_org_unit",
    "add_user",
    "authorise",
    "book_absence",
    "certify",
    "change_password",
    "change_user",
    "create_api_key",
    "end_authorisation",
    "enrol_engineer",
    "find_for_reset",
    "give_role",
    "plan_shifts",
    "reset_password",
    "revoke_api_key",
    "send_reset",
    "take_role",
]
