"""Recognising who reports, and not believing what is merely typed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from anxin.domains.customers import public, services, testing
from anxin.domains.customers.models import ContactPoint, Customer, Household, OtpChallenge
from anxin.domains.people import testing as people
from anxin.kernel import clock, events
from anxin.kernel.actor import ANONYMOUS, SYSTEM, Assurance
from anxin.kernel.errors import Invalid, NotFound, TooMany
from anxin.kernel.outbound.models import OutboundMessage

pytestmark = pytest.mark.django_db

PHONE = "13812345678"
NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)


def note(name: str = "周敏", phone: str = PHONE, address: str = "", verified: bool = False) -> public.Noted:
    assurance = Assurance.VERIFIED if verified else Assurance.CLAIMED
    return services.note_contact(actor=SYSTEM, name=name, phone=phone, address=address, assurance=assurance)


def test_first_report_notes_customer_point_and_household() -> None:
    noted = note(address=testing.ADDRESS)
    assert not noted.known
    card = public.card(noted.customer_id, SYSTEM)
    assert (card.name, card.phones, card.tier) == ("周敏", (PHONE,), "silver")
    (home,) = card.households
    assert (home.area, home.accuracy, home.relations) == ("浙江省/杭州市/西湖区/文新街道", 1500, ("reporter",))
    assert [e.name for e in events.of_case(noted.customer_id)] == ["CustomerNoted", "HouseholdNoted"]


def test_same_name_and_number_is_the_same_customer_and_household() -> None:
    first = note(address=testing.ADDRESS)
    again = note(phone="+86 138-1234-5678", address="浙江杭州西湖文新文三西路88号3幢2单元501室")
    assert (again.customer_id, again.household_id, again.known) == (first.customer_id, first.household_id, True)
    assert (Customer.objects.count(), Household.objects.count(), ContactPoint.objects.count()) == (1, 1, 1)


def test_typing_a_strangers_number_gives_nothing_of_his() -> None:
    owner = note(verified=True)
    intruder = note(name="李四")
    assert intruder.customer_id != owner.customer_id
    assert not intruder.known
    assert ContactPoint.objects.get(customer_id=owner.customer_id).verified_at is not None
    assert ContactPoint.objects.get(customer_id=intruder.customer_id).verified_at is None
    with pytest.raises(NotFound):
        public.card(owner.customer_id, testing.actor(intruder.customer_id, assurance=Assurance.CLAIMED))


def test_family_on_one_number_are_several_people() -> None:
    mother, son = note(name="周敏"), note(name="周小宝")
    assert set(public.identify_by_phone(PHONE)) == {mother.customer_id, son.customer_id}


@pytest.mark.parametrize(("name", "phone"), [("", PHONE), ("  ", PHONE), ("周敏", "12"), ("周敏", "不告诉你")])
def test_report_without_name_or_number_is_refused(name: str, phone: str) -> None:
    with pytest.raises(Invalid):
        note(name=name, phone=phone)
    assert not Customer.objects.exists()


def test_scanned_unit_ties_the_second_reporter_to_the_same_household() -> None:
    wife = note(address=testing.ADDRESS)
    husband = services.note_contact(actor=SYSTEM, name="王强", phone="13900000000", household_id=wife.household_id)
    assert husband.household_id == wife.household_id
    assert Household.objects.get().contacts.count() == 2


def test_masks_follow_the_role() -> None:
    noted = note(address=testing.ADDRESS)
    agent, auditor = people.staff("agent"), people.staff("auditor")
    assert public.card(noted.customer_id, agent).phones == (PHONE,)
    seen = public.card(noted.customer_id, auditor)
    assert seen.phones == ("138****5678",)
    assert seen.households[0].address == "浙江省杭州市西湖区文新街道 ***"


def test_pop_up_shows_only_whom_the_actor_may_see() -> None:
    noted = note()
    assert [c.id for c in public.popup(PHONE, people.staff("agent")).customers] == [noted.customer_id]
    clerk = people.staff("clerk", people.outlet())
    assert public.popup(PHONE, clerk) == public.PopUp((), {})


def code_sent() -> str:
    body = OutboundMessage.objects.latest("created_at", "id").body
    return "".join(c for c in body.split("，")[0] if c.isdigit())


def ask(phone: str = PHONE, sender: str = "10.0.0.1") -> None:
    services.ask_otp(phone=phone, sender=sender, lang="zh")


def test_code_verifies_once() -> None:
    claimed = note()
    ask()
    code = code_sent()
    assert services.verify_otp(actor=ANONYMOUS, phone=PHONE, code=code) == claimed.customer_id
    assert ContactPoint.objects.get().verified_at is not None
    with pytest.raises(Invalid):
        services.verify_otp(actor=ANONYMOUS, phone=PHONE, code=code)


def test_code_is_nowhere_readable_but_in_the_message() -> None:
    ask()
    (challenge,) = OtpChallenge.objects.all()
    stored = {str(value) for value in vars(challenge).values()}
    assert not any(code_sent() == value or PHONE in value for value in stored)


def test_five_wrong_tries_spend_a_code() -> None:
    ask()
    code = code_sent()
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(5):
        with pytest.raises(Invalid):
            services.verify_otp(actor=ANONYMOUS, phone=PHONE, code=wrong)
    with pytest.raises(Invalid):
        services.verify_otp(actor=ANONYMOUS, phone=PHONE, code=code)
    assert not Customer.objects.exists()


def test_code_expires() -> None:
    with clock.frozen(NOON):
        ask()
        code = code_sent()
    with clock.frozen(NOON + timedelta(minutes=5)), pytest.raises(Invalid):
        services.verify_otp(actor=ANONYMOUS, phone=PHONE, code=code)


def test_asking_is_limited_by_number_and_by_asker() -> None:
    for _ in range(5):
        ask()
    with pytest.raises(TooMany):
        ask(sender="10.0.0.2")
    for number in range(15):
        ask(phone=str(13_900_000_000 + number), sender="10.0.0.1")
    with pytest.raises(TooMany):
        ask(phone="13700000000", sender="10.0.0.1")


def test_stranger_gets_at_most_three_messages_a_day() -> None:
    for _ in range(5):
        ask()
    assert OutboundMessage.objects.exclude(state="withheld").count() == 3


def test_recycled_number_does_not_open_the_old_owners_record() -> None:
    with clock.frozen(NOON):
        old = note(verified=True)
    with clock.frozen(NOON + timedelta(days=400)):
        ask()
        new = services.verify_otp(actor=ANONYMOUS, phone=PHONE, code=code_sent())
        assert new != old.customer_id
        ask()
        same = services.verify_otp(actor=ANONYMOUS, phone=PHONE, code=code_sent())
        assert same == new
    assert ContactPoint.objects.get(customer_id=old.customer_id).valid_to is not None


def test_import_takes_in_many_with_few_queries(django_assert_max_num_queries: Callable[[int], Any]) -> None:
    contacts = [services.NewContact(f"客户{n}", str(13_600_000_000 + n), testing.ADDRESS) for n in range(40)]
    with django_assert_max_num_queries(12 + 40):  # and one number per case in the ledger
        noted = services.take_in(actor=SYSTEM, contacts=contacts)
    assert len({n.customer_id for n in noted}) == Household.objects.count() == 40
    assert [e.name for e in events.of_case(noted[7].customer_id)] == ["CustomerNoted", "HouseholdNoted"]
    assert note(name="客户7", phone="13600000007", address=testing.ADDRESS).household_id == noted[7].household_id


def test_import_with_one_bad_line_takes_in_nothing() -> None:
    contacts = [services.NewContact("周敏", PHONE, ""), services.NewContact("", PHONE, "")]
    with pytest.raises(Invalid):
        services.take_in(actor=SYSTEM, contacts=contacts)
    assert not Customer.objects.exists()
