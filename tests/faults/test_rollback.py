"""F8: a change taken back sends nothing, and a ticket's number is given once, however many ask."""

import pytest

from tests.faults.installation import Installation, killed_at_end

_TAKE_BACK = """
from anxin.domains.fieldwork import testing as make
from anxin.domains.tickets.models import Ticket
from anxin.kernel.db import atomic
from anxin.kernel.events.models import Delivery, EventRecord
from anxin.kernel.jobs.models import Job
from anxin.kernel.outbound.models import OutboundMessage
def left():
    return [rows.objects.count() for rows in (Ticket, EventRecord, Delivery, Job, OutboundMessage)]
at = make.house()
customer = make.customers.noted().customer_id
before = left()
try:
    with atomic():
        make.ticket(at, customer_id=customer)
        raise ZeroDivisionError
except ZeroDivisionError:
    print(left() == before)
make.ticket(at, customer_id=customer)
print(left()[0] == before[0] + 1)
"""
_HOUSE = """
from anxin.domains.catalog import testing as catalog
from anxin.domains.customers import testing as customers
from anxin.domains.people import testing as people
catalog.category()
print(people.brand().pk, customers.noted().customer_id)
"""
_CREATE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID
from anxin.domains.tickets import testing as tickets
org, customer, threads, each = UUID(sys.argv[1]), UUID(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
def create(_):
    return [tickets.ticket(org_id=org, customer_id=customer).number for _ in range(each)]
with ThreadPoolExecutor(threads) as pool:
    print(*[number for numbers in pool.map(create, range(threads)) for number in numbers])
"""
_COUNT = "from anxin.domains.tickets.models import Ticket; print(Ticket.objects.count())"


def _numbers(installation: Installation, processes: int, threads: int, each: int) -> None:
    house = installation.script(_HOUSE).split()
    creators = [installation.start_script(_CREATE, *house, str(threads), str(each)) for _ in range(processes)]
    with killed_at_end(*creators):
        told = [creator.communicate(timeout=1200) for creator in creators]
    assert [creator.returncode for creator in creators] == [0] * processes, told
    numbers = [number for out, _ in told for number in out.split()]
    wanted = processes * threads * each
    assert (len(numbers), len(set(numbers))) == (wanted, wanted)
    assert installation.script(_COUNT).strip() == str(wanted)


def test_a_ticket_taken_back_leaves_no_event_no_message_and_no_job(installation: Installation) -> None:
    assert installation.script(_TAKE_BACK).split() == ["True", "True"]


def test_a_number_is_given_once(installation: Installation) -> None:
    _numbers(installation, processes=2, threads=5, each=4)


@pytest.mark.soak
def test_fifty_creators_of_five_thousand_tickets(installation: Installation) -> None:
    _numbers(installation, processes=5, threads=10, each=100)
