"""Routes: each names a permission that the table knows."""

from typing import Any

from anxin.config.api import api
from anxin.config.roles import ROLES, STAFF
from anxin.kernel.authz.reach import CUSTOMER_ROLE, role_table


def operations() -> list[tuple[str, str, dict[str, Any]]]:
    paths = api.get_openapi_schema()["paths"]
    return [
        (method.upper(), path, operation) for path, methods in paths.items() for method, operation in methods.items()
    ]


def test_every_operation_names_a_known_permission() -> None:
    wrong = [
        f"{method} {path}: {operation.get('x-permission')}"
        for method, path, operation in operations()
        if operation.get("x-permission") != "public"
        and not str(operation.get("x-permission", "")).startswith("link:")
        and operation.get("x-permission") not in ROLES
    ]
    assert wrong == []


def test_every_verb_is_used_by_a_route_or_a_mask() -> None:
    used = {operation["x-permission"] for _, _, operation in operations()}
    unused = [verb for verb in ROLES if verb not in used and not verb.startswith("see.")]
    assert unused == []


def test_the_table_names_only_roles_that_exist() -> None:
    known = {*STAFF.split(), CUSTOMER_ROLE}
    unknown = {role for roles in role_table().values() for role in roles} - known
    assert unknown == set()
