"""The one HTTP client of the house: for webhooks, providers, models; nobody else opens a connection."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

import httpx

from anxin.kernel.outbound.addresses import Blocked, resolve

MAX_HOPS = 3
MAX_BYTES = 5 * 1024 * 1024
PORTS = frozenset({80, 443, 8080, 8443})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Allowed:
    """Where a caller may go. `hosts` None = any public host; `origins` are named places that may be private
    (`http://127.0.0.1:8081`), written by an administrator, never taken from a request."""

    hosts: Collection[str] | None = None
    origins: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """One request. Seconds for `timeout` (per phase); bytes beyond `max_bytes` are an error."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    timeout: float = 10.0
    max_bytes: int = MAX_BYTES


Resolve = Callable[[str, int], str]


def fetch(
    call: Call,
    allowed: Allowed,
    *,
    transport: httpx.BaseTransport | None = None,
    resolver: Resolve = resolve,
) -> Answer:
    """Call; at most three redirects, each checked like the first. Raises Blocked or httpx.HTTPError."""
    with httpx.Client(transport=transport, trust_env=False, timeout=call.timeout) as client:
        url = call.url
        for _ in range(MAX_HOPS + 1):
            answer = _hop(client, call, pinned(url, allowed, resolver))
            target = answer.headers.get("location")
            if answer.status not in _REDIRECTS or target is None:
                return answer
            if call.method not in {"GET", "HEAD"}:
                raise Blocked("redirect_of_a_write")
            url = _next(url, target)
            call = _for_hop(call, url)
    raise Blocked("too_many_redirects")


@dataclass(frozen=True, slots=True)
class Pinned:
    """A checked URL and the address found for it: the connection goes there and nowhere else."""

    url: httpx.URL
    address: str


def pinned(url: str, allowed: Allowed, resolver: Resolve = resolve) -> Pinned:
    """Check scheme, credentials, host, port and address of a URL. Raises Blocked."""
    parsed = _parsed(url)
    host, port = parsed.host, parsed.port or (443 if parsed.scheme == "https" else 80)
    if f"{parsed.scheme}://{host}:{port}" in {_origin(o) for o in allowed.origins}:
        return Pinned(parsed, host)
    if allowed.hosts is not None and host not in allowed.hosts:
        raise Blocked("host_not_allowed")
    if port not in PORTS:
        raise Blocked("port_not_allowed")
    return Pinned(parsed, resolver(host, port))


def _parsed(url: str) -> httpx.URL:
    if any(c.isspace() or ord(c) < 32 for c in url) or "\\" in url:
        raise Blocked("url_malformed")
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise Blocked("url_malformed") from error
    if parsed.scheme not in {"http", "https"}:
        raise Blocked("scheme_not_allowed")
    if not parsed.host or parsed.userinfo:
        raise Blocked("url_malformed")
    return parsed


def _origin(url: str) -> str:
    parsed = httpx.URL(url)
    return f"{parsed.scheme}://{parsed.host}:{parsed.port or (443 if parsed.scheme == 'https' else 80)}"


def _next(url: str, target: str) -> str:
    following = urljoin(url, target)
    if url.startswith("https:") and not following.startswith("https:"):
        raise Blocked("redirect_to_plain")
    return following


def _for_hop(call: Call, url: str) -> Call:
    """A redirect to another origin never carries our headers (they may hold a key)."""
    headers = call.headers if _origin(url) == _origin(call.url) else {}
    return Call(call.method, url, headers, call.body, call.timeout, call.max_bytes)


def _hop(client: httpx.Client, call: Call, to: Pinned) -> Answer:
    request = client.build_request(
        call.method,
        to.url.copy_with(host=to.address),
        headers={**call.headers, "Host": to.url.netloc.decode("ascii")},
        content=call.body,
        extensions={"sni_hostname": to.url.host},  # the certificate is checked for the name, not the address
    )
    answer = client.send(request, stream=True)
    try:
        return Answer(answer.status_code, dict(answer.headers), _read(answer, call.max_bytes))
    finally:
        answer.close()


def _read(answer: httpx.Response, limit: int) -> bytes:
    parts, size = [], 0
    for part in answer.iter_bytes():
        size += len(part)
        if size > limit:
            raise Blocked("answer_too_large")
        parts.append(part)
    return b"".join(parts)
