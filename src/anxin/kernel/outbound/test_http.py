import socket

import httpx
import pytest

from anxin.kernel.outbound.addresses import Blocked, resolve
from anxin.kernel.outbound.http import Allowed, Answer, Call, fetch, pinned

ANY = Allowed()

BYPASSES = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://0/",
    "http://0.0.0.0/",
    "http://localhost/",
    "http://LOCALHOST/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[0:0:0:0:0:ffff:10.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[2002:7f00:1::]/",
    "http://[2002:a9fe:a9fe::1]/",
    "http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://2852039166/",
    "http://0xa9fea9fe/",
    "http://100.100.100.200/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://192.0.0.192/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://240.0.0.1/",
    "http://user@127.0.0.1/",
    "http://example.com@127.0.0.1/",
    "http://127.0.0.1\\@example.com/",
    "http://1.1.1.1:22/",
    "http://1.1.1.1:6379/",
    "file:///etc/passwd",
    "gopher://1.1.1.1/",
    "ftp://1.1.1.1/",
    "http:///nowhere",
    "http://1.1.1.1/\r\nHost: x",
    "//1.1.1.1/",
]


@pytest.mark.parametrize("url", BYPASSES)
def test_no_form_of_a_private_place_gets_through(url: str) -> None:
    with pytest.raises(Blocked):
        pinned(url, ANY)


def test_a_public_address_gets_through() -> None:
    assert pinned("https://1.1.1.1/", ANY).address == "1.1.1.1"


def test_one_private_answer_among_public_ones_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("1.1.1.1", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: answers)
    with pytest.raises(Blocked, match="address_not_public"):
        resolve("rebinding.example", 80)


def test_only_named_hosts_where_hosts_are_named() -> None:
    with pytest.raises(Blocked, match="host_not_allowed"):
        pinned("https://1.1.1.1/", Allowed(hosts=["sms.example"]))


def test_an_administrator_s_private_origin_is_allowed_exactly() -> None:
    inside = Allowed(origins=["http://127.0.0.1:8081"])
    assert pinned("http://127.0.0.1:8081/v1", inside).address == "127.0.0.1"
    for other in ("http://127.0.0.1:8080/", "https://127.0.0.1:8081/"):
        with pytest.raises(Blocked):
            pinned(other, inside)


def public(host: str, port: int) -> str:
    if host.startswith("169."):
        raise Blocked("address_not_public")
    return "93.184.216.34"


def run(handler: object, call: Call) -> Answer:
    return fetch(call, ANY, transport=httpx.MockTransport(handler), resolver=public)  # type: ignore[arg-type]


def test_the_connection_goes_to_the_checked_address_under_the_asked_name() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.url.host == "93.184.216.34"
        assert request.headers["host"] == "api.example"
        assert request.extensions["sni_hostname"] == "api.example"
        return httpx.Response(200, text="ok")

    assert run(answer, Call("GET", "https://api.example/x")).body == b"ok"


def test_a_redirect_to_the_metadata_service_is_refused() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"location": "http://169.254.169.254/"})

    with pytest.raises(Blocked, match="address_not_public"):
        run(answer, Call("GET", "http://api.example/"))


def test_redirects_drop_keys_and_end() -> None:
    seen: list[str | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get("authorization"))
        return httpx.Response(302, headers={"location": "https://other.example/"})

    with pytest.raises(Blocked, match="too_many_redirects"):
        run(answer, Call("GET", "https://api.example/", headers={"authorization": "key"}))
    assert seen == ["key", None, None, None]


@pytest.mark.parametrize(
    ("call", "location", "code"),
    [
        (Call("POST", "https://api.example/", body=b"x"), "https://api.example/2", "redirect_of_a_write"),
        (Call("GET", "https://api.example/"), "http://api.example/", "redirect_to_plain"),
    ],
)
def test_redirects_not_followed(call: Call, location: str, code: str) -> None:
    with pytest.raises(Blocked, match=code):
        run(lambda request: httpx.Response(307, headers={"location": location}), call)


def test_an_endless_answer_is_cut() -> None:
    with pytest.raises(Blocked, match="answer_too_large"):
        call = Call("GET", "https://api.example/", max_bytes=99)
        run(lambda request: httpx.Response(200, content=b"x" * 100), call)
