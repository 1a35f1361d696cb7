import pytest

from anxin.kernel import search
from anxin.kernel.ids import new_id
from anxin.kernel.search import tokens
from anxin.kernel.search.models import Posting

pytestmark = pytest.mark.django_db


def test_finds_two_chinese_characters_inside_a_sentence() -> None:
    leak, noise = new_id(), new_id()
    search.index("ticket", leak, "燃气热水器底部漏水，型号 WH-60A")
    search.index("ticket", noise, "空调噪音大，不漏电")
    assert search.ids("ticket", "漏水") == [leak]
    assert search.ids("ticket", "水") == [leak]
    assert search.ids("ticket", "ＷＨ-60a") == [leak]
    assert search.ids("ticket", "漏") == [noise, leak]
    assert search.ids("customer", "漏水") == []
    assert search.ids("ticket", "，！") == []


def test_numbers_are_found_by_any_part() -> None:
    one = new_id()
    search.index("ticket", one, "260714-0186 13812345678")
    for part in ("260714-0186", "0186", "5678", "1381"):
        assert search.ids("ticket", part) == [one]
    assert search.ids("ticket", "0187") == []


def test_indexing_again_replaces_and_forgetting_removes() -> None:
    one = new_id()
    search.index("ticket", one, "漏水")
    search.index("ticket", one, "异响")
    assert search.ids("ticket", "漏水") == []
    assert search.ids("ticket", "异响") == [one]
    search.forget("ticket", one)
    assert not Posting.objects.exists()


def test_limit_keeps_the_newest() -> None:
    ids = [new_id() for _ in range(3)]
    for each in ids:
        search.index("ticket", each, "漏水")
    assert search.ids("ticket", "漏水", limit=2) == [ids[2], ids[1]]


def test_similar_texts_by_shared_tokens() -> None:
    near, far = new_id(), new_id()
    search.index("ticket", near, "热水器漏水")
    search.index("ticket", far, "水管")
    assert search.matching("ticket", "热水器底部漏水") == [(near, 3)]


def test_tokens_are_stable() -> None:
    """Stored hashes must never change: this value was computed when the format was fixed."""
    assert tokens.hashed("漏水") == int.from_bytes(
        __import__("hashlib").blake2b("漏水".encode(), digest_size=8).digest(), "big", signed=True
    )
    assert -(2**63) <= tokens.hashed("漏水") < 2**63


def test_search_asks_the_database_once(django_assert_num_queries: object) -> None:
    search.index("ticket", new_id(), "漏水")
    with django_assert_num_queries(1):  # type: ignore[operator]
        search.ids("ticket", "热水器漏水")
