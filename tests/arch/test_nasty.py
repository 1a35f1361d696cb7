"""Threats 19, 23, 24: whatever is sent to whatever operation, it is answered or refused, never broken by.

One person who holds every role sends each operation values that no form would send: text that no column can hold,
numbers beyond any row, names of columns and pieces of SQL where a name is asked for.
"""

import json
import random
import sys
import traceback
from typing import Any
from uuid import UUID

import pytest
from django.core.cache import cache
from django.core.signals import got_request_exception
from django.test import Client

from anxin.config.roles import STAFF
from anxin.domains.fieldwork import testing as fieldwork
from anxin.domains.people import services as people_services
from anxin.domains.people import testing as people
from anxin.domains.people.models import User
from anxin.kernel.actor import SYSTEM
from anxin.kernel.http.models import RateWindow
from anxin.kernel.ids import new_id
from tests.arch.test_matrix import description, example, operations, rows

__all__ = ["rows"]
pytestmark = pytest.mark.django_db

TEXTS = ("\0", "\ud800", "²", "9" * 5000, "x" * 5000, "' OR 1=1 --", "org__code", "-pk", "[", "{}", "=1+1", "😀" * 50)
NUMBERS = (-1, 0, 2**63, 10**30, 1e308)
TIMES = ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-02-30")
#: Ends the session that asks.
LEFT_OUT = {"DELETE /api/session"}


def test_the_worst_of_everything(rows: dict[str, UUID]) -> None:
    _send(rows, times=2, seed=1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 12))
def test_more_of_it(rows: dict[str, UUID], seed: int) -> None:
    _send(rows, times=12, seed=seed)


def _send(rows: dict[str, UUID], *, times: int, seed: int) -> None:
    client, chance = _everybody(), random.Random(seed)
    broken: dict[str, str] = {}

    def note(**told: Any) -> None:
        error = sys.exc_info()[1]
        ours = [f for f in traceback.extract_tb(error.__traceback__ if error else None) if "/anxin/" in f.filename]
        broken[f"{ours[-1].filename}:{ours[-1].lineno}" if ours else "elsewhere"] = f"{told['request'].path} {error!r}"

    got_request_exception.connect(note)
    for name, _, operation in operations():
        if name in LEFT_OUT:
            continue
        for _ in range(times):
            RateWindow.objects.all().delete()
            cache.clear()
            client.generic(**_request(name, operation, rows, chance))
    got_request_exception.disconnect(note)
    assert not broken, "\n".join(f"{where}: {what}" for where, what in broken.items())


def _everybody() -> Client:
    user = people.user("everybody")
    for role in STAFF.split():
        people_services.give_role(actor=SYSTEM, user_id=user.pk, role=role, org_id=people.brand().pk)
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(pk=user.pk))
    return client


def _request(name: str, operation: dict[str, Any], rows: dict[str, UUID], chance: random.Random) -> dict[str, Any]:
    parts = description()["components"]["schemas"]
    method, path = name.split(" ", 1)
    query = {}
    for parameter in operation.get("parameters", []):
        value = example(parameter["schema"], parts, rows, parameter["name"])
        if parameter["in"] == "path":
            kept = rows.get(parameter["name"], value if parameter["schema"].get("format") != "uuid" else new_id())
            path = path.replace(f"{{{parameter['name']}}}", str(kept))
        elif parameter.get("required") or chance.random() < 0.5:
            query[parameter["name"]] = str(_spoilt(value, chance)).replace("\ud800", "x")
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    body = _spoilt(_filled(content["schema"], parts, rows), chance) if content else {}
    return {
        "method": method,
        "path": path,
        "data": json.dumps(body),
        "content_type": "application/json",
        "query_params": query,
        "headers": {"Idempotency-Key": str(new_id()), "If-Match": chance.choice(('"1"', "²", "9" * 5000, "x"))},
    }


def _filled(schema: dict[str, Any], parts: dict[str, Any], rows: dict[str, UUID]) -> Any:
    """An example with the optional fields too."""
    if "$ref" in schema:
        schema = parts[schema["$ref"].rsplit("/", 1)[1]]
    if schema.get("type") != "object":
        return example(schema, parts, rows)
    return {name: example(of, parts, rows, name) for name, of in schema.get("properties", {}).items()}


def _spoilt(value: Any, chance: random.Random) -> Any:
    """The value with about a third of what is in it made nasty, mostly of the kind that was asked for."""
    if isinstance(value, dict):
        return {key: _spoilt(held, chance) for key, held in value.items() if chance.random() < 0.9}
    if isinstance(value, list):
        return [_spoilt(held, chance) for held in value]
    if chance.random() > 0.35:
        return value
    if chance.random() < 0.15:
        return chance.choice((None, True, [], {}, "x", 1))
    if isinstance(value, str):
        return chance.choice(TIMES if "T04:00" in value or value == "2026-07-14" else TEXTS)
    return chance.choice(NUMBERS)


def test_a_body_of_a_thousand_depths_is_malformed() -> None:
    answer = people.browser("agent").post(
        "/api/tickets", "[" * 100_000, content_type="application/json", headers={"Idempotency-Key": str(new_id())}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "error.malformed")


def test_an_overlong_body_is_refused_before_it_is_read() -> None:
    house = fieldwork.house()
    answer = people.browser("agent", house.centre).post(
        "/api/tickets",
        json.dumps({"text": "x" * 1_000_001}),
        content_type="application/json",
        headers={"Idempotency-Key": str(new_id())},
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "error.too_large")
