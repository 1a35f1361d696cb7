"""A scripted world for tests, the bench and `anxin talk`: one household, its orders, free windows, a search."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from .model import Call, Propose
from .records import Coverage, Found, Household, Offers, Order, Orders, Receipt, Result, Window

Search = Callable[[str, str], Found]


@dataclass(slots=True)
class World:
    """Tools over plain values. `writes` is what really happened; a write without proposal cannot occur."""

    search: Search
    household: Household = field(default_factory=Household)
    coverages: Mapping[str, Coverage] = field(default_factory=dict)
    orders: tuple[Order, ...] = ()
    windows: tuple[Window, ...] = ()
    refuse: str = ""
    reads: list[Call] = field(default_factory=list)
    writes: list[Propose] = field(default_factory=list)

    def read(self, call: Call) -> Result:
        self.reads.append(call)
        if call.tool == "units":
            return self.household
        if call.tool == "coverage":
            return self.coverages[call.args["unit"]]
        if call.tool == "orders":
            return Orders(self.orders)
        if call.tool == "offers":
            return Offers(self._offers(call.args.get("wanted", "")))
        if call.tool == "articles":
            return self.search(call.args["query"], call.args.get("line", ""))
        raise ValueError(f"{call.tool} is no read")

    def _offers(self, wanted: str) -> tuple[Window, ...]:
        """Windows within the wish first, all others after them."""
        first, _, last = wanted.partition("/")
        fits = [w for w in self.windows if w.end[: len(first)] >= first and w.start[: len(last)] <= last]
        rest = [w for w in self.windows if w not in fits]
        return tuple([*fits, *rest] if wanted else self.windows)

    def submit(self, proposal: Propose) -> Result:
        if self.refuse:
            return Receipt(proposal.id, error=self.refuse)
        self.writes.append(proposal)
        return Receipt(proposal.id, number=self._carry_out(proposal))

    def _carry_out(self, proposal: Propose) -> str:
        number = proposal.args.get("order", "")
        if proposal.kind == "cancel":
            self.orders = tuple(o for o in self.orders if o.number != number)
        elif proposal.kind == "change":
            when = proposal.args["when"]
            self.orders = tuple(replace(o, window=when) if o.number == number else o for o in self.orders)
        elif proposal.kind in ("book", "install"):
            number = f"260311-{9000 + len(self.writes)}"
            booked = Order(number, proposal.args["unit"], "已受理", proposal.args["when"])
            self.orders = (*self.orders, booked)
        return number
