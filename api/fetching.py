"""Fetches a document from the web, and from nowhere that only this server can reach."""

import ipaddress
import re
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

import httpx

from ingest.readers import SUFFIXES
from ontology.errors import FetchError

__all__ = ["Fetched", "fetch"]

MAX_REDIRECTS = 5
# A town's web server that has not begun by then will not; the whole may take longer.
STEP_S = 10.0
WHOLE_S = 60.0
_CHUNK = 65536
# An IPv4 address travels inside these IPv6 networks: NAT64 (RFC 6052) and the local one (RFC 8215).
_NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))

_HEADERS = {"User-Agent": "Nachbarwissen", "Accept-Language": "de, en;q=0.5"}

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document from the web: its file name, its bytes, and where it was found in the end."""

    name: str
    content: bytes
    url: str


def fetch(
    url: str, *, max_bytes: int, allow_private: bool = False, proxy: str | None = None
) -> Fetched:
    """Return the document at an address; redirects are followed, each to a checked address.

    The name is resolved once and the connection goes to the very address that was checked, so
    that no second answer of the name server can lead elsewhere. A proxy resolves names itself:
    what is internal as far as this server knows is refused before, the rest is up to the proxy.
    """
    deadline = time.monotonic() + WHOLE_S
    # Without trust_env no proxy of the environment resolves names behind our back.
    with httpx.Client(timeout=STEP_S, trust_env=False, proxy=proxy) as client:
        for _ in range(MAX_REDIRECTS + 1):
            request = _request(client, url, allow_private=allow_private, is_proxied=bool(proxy))
            try:
                response = client.send(request, stream=True)
                try:
                    if not response.has_redirect_location:
                        content = _body(response, max_bytes, deadline)
                        return Fetched(_name(url, response.headers), content, url)
                    url = urljoin(url, response.headers["location"])
                finally:
                    response.close()
            except httpx.TimeoutException as error:
                raise _slow(url) from error
            except httpx.ProxyError as error:
                msg = f"The proxy does not lead to {url} ({error}); see `fetch_proxy`."
                raise FetchError("proxy", msg) from error
            except httpx.HTTPError as error:
                msg = f"{url} cannot be reached ({error}); check the address."
                raise FetchError("unreachable", msg) from error
    raise FetchError("redirects", f"{url} leads on more than {MAX_REDIRECTS} times.")


def _request(
    client: httpx.Client, url: str, *, allow_private: bool, is_proxied: bool
) -> httpx.Request:
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError as error:
        raise FetchError("scheme", f"{url} is no web address: {error}.") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or port is None:
        msg = f"{url} is no web address; expected one that begins with https:// or http://."
        raise FetchError("scheme", msg)
    if parts.username or parts.password:
        raise FetchError("scheme", "An address with a password in it is not fetched.")
    addresses = _resolve(parts.hostname, port, allow_private=allow_private)
    if is_proxied:
        return client.build_request("GET", url, headers=_HEADERS)
    if not addresses:
        msg = f"There is no server called {parts.hostname}; check the address."
        raise FetchError("unreachable", msg)
    address = addresses[0]
    host = f"[{address}]" if address.version == 6 else str(address)
    there = urlunsplit((parts.scheme, f"{host}:{port}", parts.path or "/", parts.query, ""))
    name = parts.netloc.rpartition("@")[2]
    return client.build_request(
        "GET",
        there,
        headers={"Host": name, **_HEADERS},
        extensions={"sni_hostname": parts.hostname},
    )


def _resolve(host: str, port: int, *, allow_private: bool) -> list[Address]:
    """Return the addresses of a name, none where nobody knows it; internal ones are refused."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    if not allow_private and not all(_is_public(address) for address in addresses):
        msg = (
            f"{host} is an address of an internal network; documents are fetched from public ones "
            "unless the setting `fetch_private` allows others."
        )
        raise FetchError("private", msg)
    return addresses


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        if any(address in network for network in _NAT64):
            return False
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is not None:
            return _is_public(inner)
    return address.is_global and not address.is_multicast


def _body(response: httpx.Response, max_bytes: int, deadline: float) -> bytes:
    url = response.request.url
    if response.status_code != httpx.codes.OK:
        msg = f"{url} answers with status {response.status_code}; expected 200."
        raise FetchError("missing", msg)
    content = bytearray()
    for chunk in response.iter_bytes(_CHUNK):
        content += chunk
        if len(content) > max_bytes:
            msg = f"{url} is larger than {max_bytes // 2**20} MB; see the settings."
            raise FetchError("large", msg)
        if time.monotonic() > deadline:
            raise _slow(str(url))
    return bytes(content)


def _slow(url: str) -> FetchError:
    return FetchError("slow", f"{url} takes too long; try again or upload the file.")


def _name(url: str, headers: Mapping[str, str]) -> str:
    """Return a file name whose ending tells the reader what it gets."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    given = re.search(r'filename="?([^";]+)', headers.get("content-disposition", ""))
    path = unquote(urlsplit(url).path)
    name = (
        PurePosixPath(given.group(1) if given else path).name or urlsplit(url).hostname or "seite"
    )
    suffix = _SUFFIX_OF_TYPE.get(kind)
    if suffix and not name.lower().endswith(suffix):
        return f"{name}{suffix}"
    if suffix or PurePosixPath(name).suffix.lower() in {*SUFFIXES, ".zip"}:
        return name
    msg = f"{url} gives {kind or 'something of unknown kind'}; expected a page or a document."
    raise FetchError("kind", msg)


_SUFFIX_OF_TYPE: Mapping[str, str] = MappingProxyType(
    {
        "application/pdf": ".pdf",
        "application/vnd.oasis.opendocument.text": ".odt",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
        "application/xhtml+xml": ".html",
        "application/zip": ".zip",
        "message/rfc822": ".eml",
        "text/html": ".html",
        "text/markdown": ".md",
        "text/plain": ".txt",
    }
)
