"""Which addresses on the network may be fetched from: public ones only, unless told otherwise."""

from __future__ import annotations

import ipaddress

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """False for private, loopback, link-local, shared, reserved and multicast addresses, also where IPv6 wraps an IPv4 one."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(inner.is_global and not inner.is_multicast and not inner.is_reserved for inner in _wrapped(ip))


def _wrapped(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """The address that counts: the IPv4 one inside an IPv6 one where there is such, with the outer where that is routed itself."""
    if isinstance(ip, ipaddress.IPv4Address):
        return [ip]
    if ip.ipv4_mapped:
        return [ip.ipv4_mapped]
    if ip in _NAT64:
        return [ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)]
    if ip.sixtofour:
        return [ip.sixtofour]
    return [*ip.teredo] if ip.teredo else [ip]
