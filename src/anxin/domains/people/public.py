"""What other domains may ask of people."""

from __future__ import annotations

from .actors import actor_for
from .cards import AbsenceCard, CandidateData, CertificateCard, EngineerCard, OrgCard, OutletOption, ShiftCard, UserCard
from .quotas import give_back_quota, quota_of_day, take_quota
from .selectors import (
    authorised_outlets,
    candidates_data,
    candidates_over,
    engineer_card,
    holders_at,
    names_of,
    places_for,
    root_org,
    serving_outlet,
    user_card,
    users_with_role,
    zone_of,
    zones_of,
)
from .services.founding import found_house
from .sessions import hold, open_customer_session
from .tree import org_card, org_path
from .tree import subtree as org_subtree
from .work import OpenVisit
from .work import provide as provide_work

__all__ = [
    "AbsenceCard",
    "CandidateData",
    "CertificateCard",
    "EngineerCard",
    "OpenVisit",
    "OrgCard",
    "OutletOption",
    "ShiftCard",
    "UserCard",
    "actor_for",
    "authorised_outlets",
    "candidates_data",
    "candidates_over",
    "engineer_card",
    "found_house",
    "give_back_quota",
    "hold",
    "holders_at",
    "names_of",
    "open_customer_session",
    "org_card",
    "org_path",
    "org_subtree",
    "places_for",
    "provide_work",
    "quota_of_day",
    "root_org",
    "serving_outlet",
    "take_quota",
    "user_card",
    "users_with_role",
    "zone_of",
    "zones_of",
]
