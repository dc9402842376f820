"""What the environment says of the network: proxies and certificates, and a sentence where they cannot be used."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import getproxies

from hubtweets.errors import MissingExtraError, UsageError


def check() -> None:
    """See that proxies and certificates of the environment can be used, whatever library will use them.

    Raises:
        MissingExtraError: for a SOCKS proxy without the library that speaks it.
        UsageError: when one cannot be used.
    """
    import httpx2

    with environment_told():
        httpx2.Client().close()


@contextmanager
def environment_told() -> Iterator[None]:
    """Say in a sentence which proxy or certificates of the environment a client could not be made with.

    `REQUESTS_CA_BUNDLE` and `CURL_CA_BUNDLE` are read as well as `SSL_CERT_FILE`: people behind a proxy with a
    certificate of its own have set one of them, and expect all of their tools to know it.
    """
    import httpx2

    bundle = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
    if bundle:
        # for the libraries that upload large files, too
        os.environ.setdefault("SSL_CERT_DIR" if os.path.isdir(bundle) else "SSL_CERT_FILE", bundle)  # noqa: PTH112
    try:
        yield
    except ImportError as error:
        if "socksio" not in str(error):
            raise
        raise MissingExtraError(f"The SOCKS proxy {_proxies()}", extra="socks") from None
    except (ValueError, httpx2.InvalidURL) as error:
        raise UsageError(
            f"The proxy of the environment, {_proxies()}, cannot be used: {error}",
            hint="Set HTTPS_PROXY (or ALL_PROXY) to an address such as http://host:port, or unset it.",
        ) from None
    except OSError as error:  # certificates: ssl.SSLError is one
        named = os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR")
        raise UsageError(
            f"The certificates in {named} cannot be read: {error.strerror or error}",
            hint="Set SSL_CERT_FILE to a file of certificates (PEM), or unset it.",
        ) from None


def _proxies() -> str:
    """All proxies that the environment names, without passwords."""
    found = getproxies()
    named = (found[name] for name in ("https", "http", "all") if name in found)
    return " or ".join(dict.fromkeys(map(without_password, named)))


def without_password(proxy: str) -> str:
    """A proxy's address as it may be shown."""
    scheme, separator, rest = proxy.rpartition("://")
    return scheme + separator + rest.rpartition("@")[2]
