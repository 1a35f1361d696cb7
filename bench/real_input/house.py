"""The staff: everybody logs in; an administrator gives the engineers without a password theirs."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from bench.real_input.wire import Person, Steps

ROLES = ("agent", "clerk", "reviewer", "revisitor", "engineer")


@dataclass(slots=True)
class House:
    """Who works here, by role and place; `codes` are the units a customer may scan, with their serial numbers."""

    base: str
    steps: Steps
    admin: Person
    auditor: Person
    people: dict[str, Person] = field(default_factory=dict)
    """By user id."""
    at: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    """User ids by role and organisation unit."""
    codes: list[str] = field(default_factory=list)
    run: str = field(default_factory=lambda: uuid4().hex)
    """Names this run: its keys are not those of an earlier one on the same server."""

    def of(self, role: str, org: str = "") -> list[Person]:
        """Everybody of a role, at a place or anywhere."""
        return [self.people[i] for (r, o), ids in self.at.items() if r == role and org in {"", o} for i in ids]


def enter(base: str, units: int) -> House:
    """Log everybody in, and print codes for `units` machines."""
    steps = Steps()
    addresses = (f"127.9.{n // 250}.{1 + n % 250}" for n in range(10_000))

    passwords = _offered(Person(base, steps, next(addresses)))

    def person(username: str) -> Person:
        return Person(base, steps, next(addresses)).log_in(username, passwords[username])

    house = House(base, steps, person("admin"), person("auditor"))
    for role in ROLES:
        for row in pages(house.admin, "/api/people/users", role=role):
            if row["username"] not in passwords:
                # The demo's one password: its log-in page lists everybody who has any.
                passwords[row["username"]] = passwords["admin"]
                new = {"new": passwords[row["username"]]}
                house.admin.post("set a password", f"/api/people/users/{row['id']}/password", new)
            house.people[row["id"]] = person(row["username"])
            for held in row["roles"]:
                if held["role"] == role:
                    house.at[role, held["org_id"]].append(row["id"])
    house.codes = _codes(house, units)
    return house


def _offered(somebody: Person) -> dict[str, str]:
    """User names and passwords on the demo's log-in page."""
    demo = somebody.get("session", "/api/session")["demo"]
    if demo is None:
        raise SystemExit("the server is no demo: nobody here knows its people's passwords")
    return {account["username"]: account["password"] for account in demo["accounts"]}


def _codes(house: House, units: int) -> list[str]:
    """A fresh sticker for each of the first machines that stand in a home: the API never tells an old code."""
    found = []
    for row in pages(house.admin, "/api/units"):
        if len(found) == units:
            break
        if row["household_id"]:
            told = house.admin.post("print a code", f"/api/units/{row['id']}/code")
            found.append(told["url"].rsplit("/", 1)[-1])
    return found


def pages(who: Person, path: str, **query: Any) -> Iterator[dict[str, Any]]:
    cursor: dict[str, str] = {}
    while True:
        page = who.get("read a list", path, limit=100, **query, **cursor)
        yield from page["items"]
        if not page.get("next"):
            return
        cursor = {"cursor": page["next"]}
