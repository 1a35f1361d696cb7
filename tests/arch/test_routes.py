"""Routes: each names a permission that the table knows."""

from pathlib import Path
from typing import Any

import anxin
from anxin.config.api import api
from anxin.config.roles import ROLES, STAFF
from anxin.kernel.authz.reach import CUSTOMER_ROLE, role_table

SOURCE = Path(anxin.__file__).parent


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


def test_every_verb_is_asked_for_somewhere() -> None:
    """By a route, by a service that asks for more than its route did, or by a mask."""
    used = {operation["x-permission"] for _, _, operation in operations()}
    sources = "".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py") if path.name != "roles.py")
    unused = [v for v in ROLES if v not in used and not v.startswith("see.") and f'"{v}"' not in sources]
    assert unused == []


def test_the_table_names_only_roles_that_exist() -> None:
    known = {*STAFF.split(), CUSTOMER_ROLE}
    unknown = {role for roles in role_table().values() for role in roles} - known
    assert unknown == set()
