"""Addresses and ports."""

from __future__ import annotations

import ipaddress
import socket

from hubtweets.errors import LocalHubError


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def listen(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        LocalHubError: when the port is taken or the address is not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(1024)
    except (OSError, OverflowError, UnicodeError) as error:
        listener.close()
        why = "a port is between 0 and 65535" if isinstance(error, OverflowError) else getattr(error, "strerror", error)
        raise LocalHubError(
            f"The local Hub cannot listen on {host}:{port}: {why}.",
            hint="Choose another port with --port, 0 for a free one, or another --host; 127.0.0.1 is this machine.",
        ) from None
    return listener
