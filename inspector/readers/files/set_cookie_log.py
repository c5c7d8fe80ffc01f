# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Lines of ``Set-Cookie`` headers: what ``curl -i`` and ``curl -v`` print, lists of headers, logs of proxies.

``curl -v`` tells the host and the server its time; a bare list tells neither, so the user may: ``--origin`` and
``--recorded``. Without them a cookie with a Domain is read, and one without is not: nothing says whose it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from inspector.core.cookie_date import parse_cookie_date
from inspector.core.late_pattern import late
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount
from inspector.core.set_cookie import NotACookieError, parse_set_cookie
from inspector.readers.files.api import FileFormat, OpenedFile, Skipped
from inspector.readers.files.header_jar import HeaderJar
from inspector.readers.files.responses import Answer, origin_of

TITLE: Final = "Set-Cookie headers"
_TIME: Final = late(r"\d\d:\d\d:\d\d\.\d{3,6} ")  # curl --trace-time
_SIGN: Final = late(r"[<>*] ?")
_HEADER: Final = late(r"(?:.{0,200}?[\s\"'\[|])?set-cookie2?\s*:\s*(?P<value>.*)", re.IGNORECASE)
_BARE: Final = late(
    r"[^\s=;,\"<>]{1,200}=[^;]*;(?:.*;)?\s*(?:path=|domain=|expires=|max-age=|samesite=|secure\s*(?:;|$)|httponly\s*(?:;|$))",
    re.IGNORECASE,
)
_STATUS: Final = late(r"HTTP/\d(?:\.\d)? (\d{3})\b")
_REQUEST: Final = late(r"[A-Z]{3,10} (\S{1,8000}) HTTP/\d")
_CONNECTED: Final = late(
    r"(?:Re-using existing connection|Connected to|Connection #\d+ to host).{0,300}?\bport (\d{1,5})"
)
_LONGEST: Final = 1_048_576  # characters of a line that is looked at
_SAMPLE: Final = 400
_OPEN_HEADER: Final = late(r"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,60}):\s*(.*)")


@dataclass
class _Exchange:
    """What the log has said so far of the request that is being answered."""

    host: str | None = None
    path: str = "/"
    scheme: str = "http"
    port: int | None = None
    location: str | None = None
    date_us: int | None = None
    in_body: bool = False
    answered: bool = False
    lines: list[tuple[int, str]] = field(default_factory=list)

    def url(self) -> str | None:
        """Return the address that is answering, where the log tells it."""
        if self.host is None:
            return None
        port = "" if ":" in self.host or self.port is None else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}{self.path}"


def bid(file: OpenedFile) -> int:
    """Bid on text with a Set-Cookie header, else on lines that are all cookies with attributes."""
    lines = file.head_text.splitlines()[:_SAMPLE]
    stripped = [_plain(line)[1] for line in lines if line.strip()]
    if stripped[:1] and stripped[0][:1] in ("{", "["):
        return 0
    if any(_STATUS.match(line) for line in stripped):
        return 70
    if any(_HEADER.match(line[:_LONGEST]) for line in stripped):
        return 65
    return 60 if stripped and sum(bool(_BARE.match(line)) for line in stripped) * 2 > len(stripped) else 0


def read(file: OpenedFile) -> Reading:
    """Read every header; a line that is none costs itself."""
    skipped = Skipped(str(file.path), "a Set-Cookie header was left out")
    store = file.store(TITLE)
    jar = HeaderJar(store, file.asked)
    untimed = 0
    for number, value, url, at_us in _answers(file):
        try:
            header = parse_set_cookie(value)
        except NotACookieError as error:
            skipped.add(f"line {number}", str(error))
            continue
        url = url or (None if header.domain is None else f"https://{header.domain}/")
        origin = origin_of(url) if url else None
        if origin is None or url is None:
            skipped.add(f"line {number}", "nothing says which host sent it", "Say it with --origin URL")
            continue
        untimed += at_us is None and not header.session
        jar.receive(header, Answer(url, origin, at_us))
    cookies = jar.cookies()
    problems = (*skipped.problems(), *jar.notes(), *_untimed(file, untimed))
    return Reading(cookies, problems, (StoreCount(store, len(cookies)),), evidence=jar.evidence())


def _answers(file: OpenedFile) -> Iterator[tuple[int, str, str | None, int | None]]:
    """Yield each header with its line, the address and the time of its answer, as the log tells them."""
    exchange = _Exchange()
    bare = not any(_HEADER.match(_plain(line)[1]) or _STATUS.match(_plain(line)[1]) for line in file.text.splitlines())
    for number, line in enumerate(file.text.split("\n"), 1):
        sign, text = _plain(line[:_LONGEST].rstrip("\r"))
        if bare:
            if text:
                yield number, text, file.asked.origin, file.asked.at_us
        elif sign == ">" or sign == "*":
            yield from _given(exchange, file)
            _note_request(exchange, sign, text)
        else:
            yield from _note_answer(exchange, number, text, file)
    yield from _given(exchange, file)


def _plain(line: str) -> tuple[str, str]:
    """A line without curl's time and sign, and the sign."""
    text = _TIME.sub("", line, count=1) if _TIME.match(line) else line
    sign = text[:1] if _SIGN.match(text) else ""
    return sign, _SIGN.sub("", text, count=1).strip() if sign else text.strip()


def _note_request(exchange: _Exchange, sign: str, text: str) -> None:
    if sign == "*":
        if connected := _CONNECTED.match(text):
            exchange.port = int(connected[1])
            exchange.scheme = "https" if exchange.port == 443 else exchange.scheme
        elif text.startswith(("SSL connection using", "ALPN", "TLSv1")):
            exchange.scheme = "https"
        return
    request = _REQUEST.match(text)
    if request:
        exchange.path = request[1] if request[1].startswith("/") else "/"
        exchange.host, exchange.location = None, None
    elif text[:5].lower() == "host:":
        exchange.host = text[5:].strip().lower()


def _note_answer(
    exchange: _Exchange, number: int, text: str, file: OpenedFile
) -> Iterator[tuple[int, str, str | None, int | None]]:
    if _STATUS.match(text):
        yield from _given(exchange, file)
        exchange.in_body, exchange.answered, exchange.date_us = False, True, None
        return
    if not text:
        exchange.in_body = exchange.answered
        return
    if exchange.in_body:  # a page that speaks of cookies sets none
        return
    if header := _HEADER.match(text):
        exchange.lines.append((number, header["value"]))
    elif named := _OPEN_HEADER.fullmatch(text):
        if named[1].lower() == "date":
            exchange.date_us = parse_cookie_date(named[2])
        elif named[1].lower() == "location":
            exchange.location = named[2]


def _given(exchange: _Exchange, file: OpenedFile) -> Iterator[tuple[int, str, str | None, int | None]]:
    """Yield the headers of an answer that has ended; a redirect names the next address."""
    url = exchange.url() or file.asked.origin
    for number, value in exchange.lines:
        yield number, value, url, exchange.date_us or file.asked.at_us
    exchange.lines.clear()
    if exchange.location and exchange.host is None and origin_of(exchange.location):
        target = origin_of(exchange.location)
        if target is not None:
            exchange.host, exchange.path, exchange.scheme, exchange.port = (
                target.host,
                target.path,
                target.scheme,
                target.port,
            )
            exchange.location = None


def _untimed(file: OpenedFile, count: int) -> Iterator[Problem]:
    if count:
        yield Problem(
            "time-unknown",
            "cookies have an expiry whose distance cannot be told: nothing says when they were sent",
            str(file.path),
            "",
            "Say it with --recorded TIME",
            Severity.NOTE,
            count,
        )


SET_COOKIE_LOG: Final = FileFormat("set-cookie", TITLE, bid, read)
