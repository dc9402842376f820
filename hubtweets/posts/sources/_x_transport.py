"""How requests to the X API go out: with a time limit, and elsewhere if asked to (a gateway, or a server of a test)."""

from __future__ import annotations

from typing import Any

from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from requests.exceptions import TooManyRedirects

TIMEOUT = (10, 60)
"""Seconds to connect and to wait for data. tweepy sets none and would wait for ever."""


class Transport(HTTPAdapter):
    """A requests transport adapter, to be mounted at the API's own address.

    Args:
        address: where requests go instead (`https://gateway.example`); None leaves them as they are.
    """

    def __init__(self, address: str | None = None) -> None:
        super().__init__()
        self._address = address.rstrip("/") if address else None

    def send(self, request: PreparedRequest, *args: Any, **options: Any) -> Response:
        """Send `request`; see `requests.adapters.HTTPAdapter.send`."""
        if self._address is not None:
            request.url = self._address + request.path_url
        options["timeout"] = options.get("timeout") or TIMEOUT
        response = super().send(request, *args, **options)
        if response.is_redirect:  # the API has none, and they may lead inside a network
            response.close()
            raise TooManyRedirects("it sends to another address", request=request)
        return response
