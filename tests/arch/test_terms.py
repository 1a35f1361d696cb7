"""The pages' words for codes: every code the server sends has one, and no word is for a code it never sends."""

import re
from pathlib import Path

from anxin.domains.desk.models import Presence
from anxin.domains.feedback.models import CallAttempt
from anxin.kernel import i18n

TERMS = Path(__file__).parents[2] / "web/src/kit/terms.ts"

#: The pages' name of a kind of code → the server's.
KINDS = {
    "stage": "stage",
    "clock": "clock",
    "pause": "pause_reason",
    "solved_how": "solved_how",
    "relation": "relation",
    "status": "ticket_status",
    "channel": "channel",
    "order_type": "order_type",
    "order": "order_status",
    "coverage": "covered",
    "role": "role",
    "org": "org",
    "certificate": "certificate",
}
#: Told by the server in its own sentences only: who holds a ticket is no role somebody is given.
NOT_SHOWN = {"role.assignee"}

#: The log-in page of the demo names the customer beside the roles of the house.
PAGES_OWN = {"role.customer"}


def words() -> dict[str, tuple[str, str]]:
    """`kind.code` → (Chinese, English) of the pages."""
    found = re.findall(r"^  '([a-z_]+\.[a-z_0-9]+)': \['(.*)', '(.*)'\],$", TERMS.read_text("utf-8"), re.MULTILINE)
    return {key: (zh, en) for key, zh, en in found}


def codes() -> set[str]:
    """`kind.code` of everything the server may send."""
    known = {key.removeprefix("enum.") for key in i18n.catalogue() if key.startswith("enum.")}
    sent = {
        f"{page}.{key.split('.', 1)[1]}" for page, kind in KINDS.items() for key in known if key.startswith(f"{kind}.")
    }
    attempts = {key.removeprefix("contact_result.") for key in known if key.startswith("contact_result.")}
    sent |= {f"contact.{code}" for code in attempts | set(CallAttempt.Result.values)}
    sent |= {f"presence.{state}" for state in Presence.State.values}
    return sent - NOT_SHOWN


def test_every_code_of_the_server_has_a_word_on_the_pages_in_both_languages() -> None:
    told = words()
    assert sorted(codes() - set(told)) == []
    assert [key for key, pair in told.items() if not all(pair) or re.search(r"[\u4e00-\u9fff]", pair[1])] == []


def test_no_page_has_a_word_for_a_code_that_is_never_sent() -> None:
    shared = {code.split(".")[0] for code in codes()}
    assert sorted(key for key in words() if key.split(".")[0] in shared and key not in codes() | PAGES_OWN) == []
