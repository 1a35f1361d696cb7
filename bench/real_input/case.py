"""One row's way through the house, each step by whoever does it there, through the API alone."""

from random import Random
from uuid import NAMESPACE_URL, uuid5

from bench.real_input.house import House
from bench.real_input.rows import Row
from bench.real_input.wire import Person, Refused

from anxin.demo.photos import picture

HELLO = "您好，我是客服，您说的情况我看到了，马上帮您处理。"
DONE = {"remote": "按步骤断电重启后恢复正常。", "answer": "", "complaint": "", "no_fault": ""}


def carry(house: House, row: Row) -> None:
    """From the customer's message to the end of the work; what a rule refuses on the way is kept in `stopped`."""
    customer = Person(house.base, house.steps, row.address)
    try:
        _report(house, customer, row)
        if not row.joined:
            _serve(house, row)
    except Refused as refused:
        row.stopped = str(refused)
    finally:
        customer.close()


def _report(house: House, customer: Person, row: Row) -> None:
    """Scan the code, say what is wrong, and (some) say it again."""
    code = house.codes[row.unit % len(house.codes)]
    customer.get("session", "/api/session")
    scanned = customer.get("scan", f"/api/qr/{code}")
    # What is told a second time is to be joined, and an unknown symptom never joins.
    known = [symptom["code"] for symptom in scanned["symptoms"]]
    symptoms = [code for code in known if code != "unknown" or row.again != "new"]
    # What is labelled is judged by its words alone: a symptom ticked may be urgent by itself.
    symptom = None if row.label or not symptoms else Random(f"{row.seed}/symptom").choice(symptoms)
    body = {"qr_token": code, "text": row.text, "symptom": symptom, "name": row.name, "phone": row.phone}
    key = str(uuid5(NAMESPACE_URL, f"{house.run}/{row.seed}"))
    unheard = customer.cookies()
    told = _send(customer, row, body, key)
    row.ticket_number, row.joined = told["ticket_number"], told["joined"]
    row.track = told["tracking_url"].rsplit("/", 1)[-1]
    if row.again:
        if row.again == "retry":  # the answer was lost on the way
            customer.back_to(unheard)
        again = _send(customer, row, body, key if row.again == "retry" else "")
        row.replayed = int(again.get("replayed", False))
        row.rejoined = int(again["joined"] and not row.replayed)
        row.strayed = again["ticket_number"] != row.ticket_number


def _send(customer: Person, row: Row, body: dict[str, object], key: str) -> dict[str, object]:
    told = customer.post("report", "/api/portal/requests", body, key=key)
    row.sent += 1
    return told


def _serve(house: House, row: Row) -> None:
    found = house.auditor.get("find", "/api/tickets", view="all", q=row.ticket_number)["items"][0]
    row.ticket = found["id"]
    agent = _agent(house, found, row)
    agent.post("take", f"/api/tickets/{row.ticket}/take")
    agent.post("reply", f"/api/tickets/{row.ticket}/reply", {"text": HELLO})
    if row.way == "visit":
        _visit(house, agent, row)
    elif row.way == "remote":
        agent.post("remote", f"/api/tickets/{row.ticket}/remote", {"solved": True, "note": DONE["remote"]})
    else:
        agent.post("solve", f"/api/tickets/{row.ticket}/solve", {"how": row.way})


def _agent(house: House, ticket: dict[str, dict[str, str] | None], row: Row) -> Person:
    """Whom the router gave it to, else somebody of the place."""
    given, place = ticket["assignee"], ticket["org"]
    if given and given["id"] in house.people:
        return house.people[given["id"]]
    assert place is not None
    return Random(f"{row.seed}/agent").choice(house.of("agent", place["id"]))


def _visit(house: House, agent: Person, row: Row) -> None:
    """To the outlet, to an engineer, to the door, and done. What nobody can do is taken back with the customer."""
    row.order = agent.post("open order", f"/api/tickets/{row.ticket}/orders")["id"]
    try:
        engineer = _appoint(house, agent, row)
    except (Refused, LookupError) as reason:
        row.way, row.stopped = "cancelled", f"nobody free: {reason}"
        agent.post("cancel", f"/api/tickets/{row.ticket}/cancel", {"reason": "附近没有空闲的师傅，与用户商定取消"})
        return
    with house.people[engineer].lock:
        _work(house.people[engineer], row)


def _appoint(house: House, agent: Person, row: Row) -> str:
    """The outlet accepts and gives it to the best engineer of the first free window; one that has nobody gives the
    order back, and the next outlet is asked. Raises LookupError."""
    order = f"/api/orders/{row.order}"
    while (outlet := agent.get("order", order)["outlet"]) is not None:
        clerk = house.of("clerk", outlet["id"])[0]
        with clerk.lock:  # the clerk appoints one order after another
            _change(clerk, "accept", f"{order}/accept")
            engineer = _choose(clerk, order, row)
            if engineer:
                return engineer
            _change(clerk, "give back", f"{order}/return", {"reason": "no_capacity"})
    raise LookupError("no outlet has an engineer")


def _choose(clerk: Person, order: str, row: Row) -> str:
    for slot in clerk.get("slots", f"{order}/slots")[:8]:
        window = {"start": slot["start"], "end": slot["end"]}
        for able in clerk.get("candidates", f"{order}/candidates", **window)["able"]:
            _change(clerk, "assign", f"{order}/assign", {"engineer": able["engineer"]["id"], **window})
            row.window = window
            return str(able["engineer"]["id"])
    return ""


def _change(who: Person, step: str, path: str, body: object = None) -> None:
    """Change an order as it is now."""
    seen = who.get("order", path.rsplit("/", 1)[0])
    who.post(step, path, body, version=seen["version"])


def _work(engineer: Person, row: Row) -> None:
    """The engineer's phone, from the first call to the signature."""
    visit = _own_visit(engineer, row)
    random = Random(f"{row.seed}/visit")

    def do(kind: str, **args: object) -> dict[str, object]:
        return engineer.post(kind, f"/api/field/visits/{visit}/{kind}", args)

    def photo() -> str:
        files = {"file": ("photo.png", picture(random).getvalue(), "image/png")}
        bound = {"bound_type": "visit", "bound_id": visit}
        return str(engineer.post("photo", "/api/files", files=files, data=bound)["id"])

    do("call", result="reached")
    do("agree", **row.window)
    seen = do("depart")
    do("arrive", lng=seen["lng"], lat=seen["lat"], accuracy=20)
    seen = do("scan", serial=seen["serial"])
    lines = [{"code": c["code"], "photo": photo() if c["needs_photo"] else None} for c in seen["checklist"]]
    do("checks", lines=lines)
    do("cause", code=random.choice(seen["causes"])["code"])
    do("coverage", covered=seen["coverage"]["covered"], reason="nameplate", photo=photo())
    if seen["catalogue"] and random.random() < 0.4:
        do("part", code=random.choice(seen["catalogue"])["code"])
    do("sign", name=row.name, photo=photo(), device=f"phone-{row.number}")
    do("complete")


def _own_visit(engineer: Person, row: Row) -> str:
    seen = engineer.get("order", f"/api/orders/{row.order}")
    return str(seen["visits"][-1]["id"])
