"""Who may do what to which rows.

A role gives verbs, each with a scope: `own` (what I am assigned), `team` (my place in the organisation and all
below it) or `all`. Access that follows work is a `Grant`. Rows are reached only through `scoped()`.
"""

from anxin.kernel.authz.grants import grant, grant_all, revoke, revoke_all
from anxin.kernel.authz.masks import mask_phone, sees
from anxin.kernel.authz.objects import may_see, register_object, visible_objects
from anxin.kernel.authz.reach import Reach, has, reach, reaches_place, require
from anxin.kernel.authz.scope import branches, reaches, register_customers, scoped, within

__all__ = [
    "Reach",
    "branches",
    "grant",
    "grant_all",
    "has",
    "mask_phone",
    "may_see",
    "reach",
    "reaches",
    "reaches_place",
    "register_customers",
    "register_object",
    "require",
    "revoke",
    "revoke_all",
    "scoped",
    "sees",
    "visible_objects",
    "within",
]
