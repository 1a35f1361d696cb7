"""Which network addresses the house may call. Everything not plainly public is refused."""

from __future__ import annotations

import ipaddress
import socket

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_PROTOCOL = ipaddress.IPv4Network("192.0.0.0/24")  # RFC 6890; one cloud keeps its metadata service there


class Blocked(Exception):
    """The target may not be called; the text is a code."""


def resolve(host: str, port: int) -> str:
    """The first address of `host`, after every one of them was found public. Raises Blocked.

    One private answer is enough to refuse: their order is the attacker's. Decimal, octal and short forms are
    read by the resolver exactly as the connection would read them.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Blocked("host_unknown") from error
    found = [str(answer[4][0]) for answer in answers]
    for address in found:
        if not is_public(ipaddress.ip_address(address.split("%")[0])):
            raise Blocked("address_not_public")
    return found[0]


def is_public(address: Address) -> bool:
    """True for addresses of the open internet, also behind every IPv6 form that carries an IPv4 address."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = embedded(address)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    elif address in _PROTOCOL:
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address in a mapped, compatible, 6to4, Teredo or NAT64 address."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64 or int(address) >> 32 == 0:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None
