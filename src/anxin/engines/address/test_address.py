"""The parser on the ways people write, and on every place it knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.engines.address import Level, ParsedAddress, parse, places, search_area


def test_worked_example_of_the_page() -> None:
    found = parse("浙江省杭州市西湖区文新街道文三西路 88 号 3 幢 2 单元 501 室")
    assert found == ParsedAddress(
        text="浙江省杭州市西湖区文新街道文三西路 88 号 3 幢 2 单元 501 室",
        province="浙江省",
        city="杭州市",
        district="西湖区",
        street="文新街道",
        detail="文三西路88号3幢2单元501室",
        lng=120.098,
        lat=30.289,
        accuracy=1500,
        confidence=0.95,
    )
    assert found.area == "浙江省/杭州市/西湖区/文新街道"
    assert found.sure


@pytest.mark.parametrize(
    ("text", "area", "detail", "asks"),
    [
        ("杭州西湖区文三路100号", "浙江省/杭州市/西湖区", "文三路100号", ("street",)),
        ("我家住在杭州拱墅米市巷 湖墅南路 271号", "浙江省/杭州市/拱墅区/米市巷街道", "湖墅南路271号", ()),
        ("西湖区翠苑街道", "浙江省/杭州市/西湖区/翠苑街道", "", ("number",)),
        ("上海市徐汇区田林路 123弄 5号", "上海市/上海市/徐汇区", "田林路123弄5号", ("street",)),
        ("浦东张江碧波路 690 号", "上海市/上海市/浦东新区/张江镇", "碧波路690号", ()),
        ("上海南京东路300号", "上海市/上海市/黄浦区/南京东路街道", "南京东路300号", ()),
        ("北京朝阳望京街10号", "北京市/北京市/朝阳区", "望京街10号", ("street",)),
        ("吉林省吉林市", "吉林省/吉林市", "", ("district", "number")),
        ("江苏昆山花桥镇绿地大道", "江苏省/苏州市/昆山市/花桥镇", "绿地大道", ("number",)),
        ("四川省成都市简阳市石桥镇1号", "四川省/成都市/简阳市/石桥镇", "1号", ()),
        ("杭州市西湖大道1号", "浙江省/杭州市", "西湖大道1号", ("district",)),
        ("杭州市滨江新村", "浙江省/杭州市", "滨江新村", ("district", "number")),
        ("苏州园区斜塘街道", "江苏省/苏州市/苏州工业园区/斜塘街道", "", ("number",)),
        ("浙江省,杭州市、余杭区 五常街道 8幢", "浙江省/杭州市/余杭区/五常街道", "8幢", ()),
        ("新疆乌鲁木齐", "新疆维吾尔自治区/乌鲁木齐市", "", ("district", "number")),
        ("上海路12号", "", "上海路12号", ("city",)),
        ("hello", "", "hello", ("city",)),
        ("", "", "", ("city",)),
    ],
)
def test_reads(text: str, area: str, detail: str, asks: tuple[str, ...]) -> None:
    found = parse(text)
    assert (found.area, found.detail, found.asks) == (area, detail, asks)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("鼓楼区中山路1号", ("江苏省/南京市/鼓楼区", "福建省/福州市/鼓楼区", "江苏省/徐州市/鼓楼区")),
        ("朝阳区望京街10号", ("北京市/北京市/朝阳区", "吉林省/长春市/朝阳区")),
        ("吉林", ("吉林省", "吉林省/吉林市")),
    ],
)
def test_asks_when_a_name_means_several_places(text: str, options: tuple[str, ...]) -> None:
    found = parse(text)
    assert found.asks == ("which_city",)
    assert found.options == options
    assert found.confidence <= 0.3
    assert not found.sure


def test_unknown_street_keeps_the_point_of_its_district() -> None:
    found = parse("浙江绍兴诸暨市枫桥镇新市路8号")
    assert (found.street, found.lng, found.lat, found.accuracy) == ("枫桥镇", 120.25, 29.71, 20_000)


def test_every_place_written_out_is_read_back() -> None:
    for level in Level:
        for place in places(level):
            written = "".join(dict.fromkeys(place.path))
            found = parse(written)
            assert found.area in (place.area, f"{place.area}/{place.name}"), written


def test_table_covers_the_country() -> None:
    assert len(places(Level.PROVINCE)) == 34
    assert len(places(Level.CITY)) == 356
    assert len(places(Level.STREET, "浙江省/杭州市")) == 99
    inside_china = [p for level in Level for p in places(level) if 73 < p.lng < 136 and 3 < p.lat < 54]
    assert len(inside_china) == sum(len(places(level)) for level in Level)


def test_streets_lie_near_their_district() -> None:
    for street in places(Level.STREET):
        district = search_area("/".join(street.path[:3]))
        assert district is not None
        assert abs(street.lng - district.lng) < 0.35 and abs(street.lat - district.lat) < 0.35, street.area


@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    found = parse(text)
    assert 0.0 <= found.confidence <= 0.95
    assert (found.lng is None) == (found.accuracy is None)
    assert len(found.detail) <= 200
