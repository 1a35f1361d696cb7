"""Founding the demo: company, catalogue, homes, desks, its policies, and its latest orders."""

import gc
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from django.conf import settings

from anxin.demo import cast, company, goods, homes, life, words
from anxin.demo.homes import Home
from anxin.domains.desk import queues
from anxin.domains.desk import services as desk
from anxin.domains.desk.rules import DeskPolicy
from anxin.domains.fieldwork.policies import CertificateRule, Dispatch
from anxin.domains.people import public as people
from anxin.domains.people.models import User
from anxin.domains.tickets import services as tickets
from anxin.domains.tickets.documents import VideoGuidance
from anxin.kernel import clock, policies
from anxin.kernel.actor import SYSTEM
from anxin.kernel.events.handling import deliver_due

ZONE = ZoneInfo("Asia/Shanghai")
#: The afternoon the demo opens on.
OPENING = datetime(2026, 7, 14, 14, 26, tzinfo=ZONE)
DAYS = 30
ORDERS_A_DAY = 175
SEED = 20260714

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a demo to make."""

    homes: int = 3000
    orders: int = 1000
    days: int = DAYS


@dataclass(slots=True)
class Progress:
    """How far the past is written, day by day going back; kept beside the data, so that a restart goes on."""

    planned: int
    done: int
    day: str
    of_day: int
    first_day: str

    @staticmethod
    def path() -> Path:
        return Path(settings.ANXIN.data) / "demo.json"

    @classmethod
    def read(cls) -> "Progress | None":
        path = cls.path()
        return cls(**json.loads(path.read_text("utf-8"))) if path.exists() else None

    def write(self) -> None:
        part = self.path().with_suffix(".part")
        part.write_text(json.dumps(asdict(self)), "utf-8")
        part.replace(self.path())

    @property
    def complete(self) -> bool:
        return self.day < self.first_day


def is_founded() -> bool:
    return Progress.path().exists()


def found(size: Size, tell: Tell) -> None:
    """Make the whole demo as of its opening afternoon, then let business time run from there."""
    _collect_less_often()
    with clock.frozen(OPENING):
        founded = company.found(OPENING.date(), seed=SEED)
        tell(f"organisation: {len(founded.orgs) - 1} places, {len(founded.users)} people")
        goods.stock_catalogue()
        _desks(founded)
        _policies()
        _desk_policy()
        _video_policy()
        for number in homes.settle(size.homes, founded.orgs, OPENING.date(), seed=SEED):
            tell(f"households: {number} of {size.homes}")
    _first_orders(homes.living(), size, tell)
    clock.start_at(OPENING)
    wake_desks()


def _collect_less_often() -> None:
    """Everything imported stays for good, and a founding makes millions of rows that die at once: with Python's
    defaults the collector walks the former again and again while it looks for the latter."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def _desks(founded: company.Company) -> None:
    for row in company.table()["centres"]:
        queues.define_queue(
            actor=SYSTEM,
            code=f"{row['code'].lower()}-main",
            name_zh=f"{row['name']}总队列",
            name_en=f"{row['code']} main queue",
            org_id=founded.orgs[row["code"]],
        )
    for code, title, text in _CANNED:
        tickets.define_canned(actor=SYSTEM, code=code, title=title, text=text)


_CANNED = (
    ("hello", "问候", "您好，我是安心客服，您说的情况我看到了，马上帮您处理。"),
    ("photo", "请拍照", "麻烦拍一张铭牌和故障代码的照片发过来，我好判断要带什么配件。"),
    ("cover", "保内说明", "在保修期内，上门和配件都不收钱；师傅到现场看过再最后确定。"),
    ("restart", "断电重启", "请先拔下插头等 3 分钟再插上，看看还有没有同样的情况。"),
    ("sorry", "致歉", "对不起，让您等了。我现在就联系师傅，10 分钟内给您准信。"),
)


def _policies() -> None:
    """The demo's product lines in the policies that name categories."""
    lines = {"ac": "refrigeration", "gas": "gas", "electric": "low_voltage", "compressor": "low_voltage"}
    rules = [CertificateRule(category=line, certificate=kind) for line, kind in lines.items()]
    at_height = CertificateRule(category="ac", certificate="height", order_types=("installation", "relocation"))
    policies.publish(
        SYSTEM,
        Dispatch(certificates=(*rules, at_height)),
        effective_from=OPENING - timedelta(days=400),
        note="安心电器的产品线与法定证件",
    )


def _desk_policy() -> None:
    """A ticket whose engineer is on the way weighs little at the desk."""
    policies.publish(
        SYSTEM,
        DeskPolicy(units={"ticket": 1, "chat": 3, "call": 10, "task": 2}, capacity=120),
        effective_from=OPENING - timedelta(days=400),
        note="一名客服同时跟进约一百单",
    )


def _video_policy() -> None:
    """Where the demo's video calls would take place: a host nobody has (RFC 2606)."""
    policies.publish(
        SYSTEM,
        VideoGuidance(room_url="https://meet.example.com/anxin/{room}"),
        effective_from=OPENING - timedelta(days=400),
        note="视频指导用公司的会议室",
    )


def wake_desks() -> None:
    """Agents come to work."""
    for row in company.table()["people"]:
        if row["role"] in ("agent", "agent_lead"):
            user = User.objects.get(username=row["username"])
            desk.set_presence(actor=people.actor_for(user.id), state="available")


# --- the past ----------------------------------------------------------------------------------------------------


def _first_orders(people_at_home: list[Home], size: Size, tell: Tell) -> None:
    """The latest days first, so that the desk looks alive; another process writes the rest."""
    first_day = OPENING.date() - timedelta(days=size.days)
    progress = Progress(planned=0, done=0, day=OPENING.date().isoformat(), of_day=0, first_day=first_day.isoformat())
    progress.planned = _planned(first_day)
    while progress.done < size.orders and not progress.complete:
        write_some(progress, people_at_home, limit=min(50, size.orders - progress.done))
        tell(f"orders: {progress.done} of {size.orders}")
    progress.write()


def _planned(first_day: date) -> int:
    days = (OPENING.date() - first_day).days + 1
    return sum(_how_many(first_day + timedelta(days=n)) for n in range(days))


def _how_many(day: date) -> int:
    """Fewer on weekends; on the opening day those until the opening hour."""
    weekend = 0.85 if day.weekday() >= 5 else 1.0
    share = 0.52 if day == OPENING.date() else 1.0
    return int(ORDERS_A_DAY * weekend * share)


def write_some(progress: Progress, people_at_home: list[Home], *, limit: int) -> None:
    """Live through up to `limit` more cases of the day in hand, then step to the day before."""
    cast.look_again()
    day = date.fromisoformat(progress.day)
    cases = _cases(day, people_at_home)
    for at, case in cases[progress.of_day : progress.of_day + limit]:
        live_through(case, at)
        progress.of_day += 1
        progress.done += 1
    if progress.of_day >= len(cases):
        progress.day, progress.of_day = (day - timedelta(days=1)).isoformat(), 0


def _cases(day: date, people_at_home: list[Home]) -> list[tuple[datetime, cast.State]]:
    """Who has a problem on a day, by season, in order of time; none after the present."""
    found = []
    random = Random(f"{SEED}/{day}")
    for number in range(_how_many(day)):
        at = datetime.combine(day, _time(random), ZONE)
        if day == OPENING.date():
            at = OPENING - (OPENING - at.replace(hour=0)) * random.random() ** 1.3
        found.append((at, new_case(people_at_home, day, f"{day:%m%d}-{number}", random)))
    return sorted(found, key=lambda pair: pair[0])


def new_case(people_at_home: list[Home], day: date, seed: str, random: Random) -> cast.State:
    """Somebody's machine fails, by season."""
    home = random.choice(people_at_home)
    unit = random.choices(home.units, [words.breaks(u.line, day.month) for u in home.units])[0]
    return life.begin(_who(home, unit, seed), random)


def _who(home: Home, unit: homes.Appliance, seed: str) -> cast.State:
    return {
        "seed": seed,
        "name": home.name,
        "phone": home.phone,
        "address": home.address,
        "lng": home.lng,
        "lat": home.lat,
        "customer": str(home.customer),
        "household": str(home.household),
        "centre": str(home.centre),
        "unit": str(unit.id),
        "serial": unit.serial,
        "qr": unit.qr_token,
        "line": unit.line,
        "product": str(unit.product),
    }


def _time(random: Random) -> time:
    """When people write: few at night, most in the morning and after work."""
    hour = random.choices(range(24), (1, 0, 0, 0, 0, 1, 2, 4, 9, 12, 11, 8, 6, 7, 8, 8, 7, 7, 8, 9, 8, 6, 4, 2))[0]
    return time(hour, random.randrange(60), random.randrange(60))


def live_through(case: cast.State, at: datetime, name: str = "report") -> None:
    """Play a case from `at` until it rests or reaches the present; what is left goes on in live mode."""
    while at < OPENING:
        with clock.frozen(at):
            following = life.step(name, case)
            while deliver_due():
                pass
        if following is None:
            return
        at, name = at + following[0], following[1]
    from anxin.demo.live import go_on

    go_on.enqueue(case=case, name=name, run_at=clock.real_now() + (at - OPENING))
