"""Tables of people. Reached from other domains only through `people.public` and foreign keys."""

from .access import ApiKey, RoleAssignment, User
from .areas import Authorisation, QuotaUse
from .engineers import Absence, Certificate, Engineer, EngineerSkill, Shift
from .org import OrgUnit

__all__ = [
    "Absence",
    "ApiKey",
    "Authorisation",
    "Certificate",
    "Engineer",
    "EngineerSkill",
    "OrgUnit",
    "QuotaUse",
    "RoleAssignment",
    "Shift",
    "User",
]
