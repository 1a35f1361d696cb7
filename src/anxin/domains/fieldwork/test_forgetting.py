from collections.abc import Iterator

import pytest

from anxin.domains.fieldwork import forgetting, services
from anxin.domains.fieldwork import testing as make
from anxin.domains.fieldwork.models import ContactAttempt, Evidence, Signature, WorkOrder
from anxin.kernel import clock, files

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.frozen(make.MORNING):
        yield


def test_words_names_and_pictures_go_and_the_facts_stay() -> None:
    house = make.house()
    kept, order = make.completed(house), make.completed(house)
    services.close_order(actor=house.dispatcher, order_id=kept.pk)
    ContactAttempt.objects.update(note="周敏说下午在家")
    forgetting.forget(order.customer_id)
    forgetting.forget(order.customer_id)
    visit = order.visits.get()
    assert Signature.objects.get(visit=visit).name == ""
    assert order.contacts.get().note == ""
    assert files.of_object("visit", visit.pk) == []
    assert (visit.outcome, Evidence.objects.filter(visit=visit).count()) == ("completed", 5)
    assert kept.contacts.get().note == "周敏说下午在家"
    assert len(files.of_object("visit", kept.visits.get().pk)) > 0
    assert WorkOrder.objects.get(pk=order.pk).status == "completed"
