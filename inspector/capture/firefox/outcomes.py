# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What came of opening a page, from its status, its headers and Firefox's word for a failure."""

from typing import Final

from inspector.capture.events import PageOpened
from inspector.capture.firefox.pages import Page
from inspector.capture.parts import Outcome
from inspector.capture.traces import Traces
from inspector.capture.walls import judge_page

DOWNLOAD: Final = "download"
_MOST_REDIRECTS: Final = 60  # of an endless chain that are told
_WORDS: Final = {  # netwerk/base/nsNetError list (xpcom/base/ErrorList.py) and what BiDi calls a download
    "NS_ERROR_UNKNOWN_HOST": "no such host is known",
    "NS_ERROR_CONNECTION_REFUSED": "the connection was refused",
    "NS_ERROR_NET_TIMEOUT": "the connection timed out",
    "NS_ERROR_NET_RESET": "the connection was reset",
    "NS_ERROR_NET_INTERRUPT": "the answer was cut off",
    "NS_ERROR_NET_EMPTY_RESPONSE": "the answer was empty",
    "NS_ERROR_REDIRECT_LOOP": "it redirects without end",
    "NS_ERROR_PROXY_CONNECTION_REFUSED": "the proxy refused the connection",
    "NS_ERROR_UNKNOWN_PROXY_HOST": "the proxy is not known",
    "NS_ERROR_OFFLINE": "there is no network",
    DOWNLOAD: "it is a file to be downloaded and no page",
}


def opened(page: Page, traces: Traces, *, timed_out: bool, there: bool) -> PageOpened:
    """Return the event of a page. ``there`` is whether its tab still is."""
    outcome, why = _outcome(page, timed_out, there)
    return PageOpened(
        at_us=page.at_us,
        page=page.number,
        asked_url=traces.of_url(page.asked_url),
        url=traces.of_url(page.url),
        status=page.status,
        redirects=tuple(traces.of_url(url) for url in page.redirects[:_MOST_REDIRECTS]),
        outcome=outcome,
        why=why,
        cause=page.cause,
        opener=page.opener,
    )


def _outcome(page: Page, timed_out: bool, there: bool) -> tuple[Outcome, str]:
    wall = judge_page(page.status, page.headers, None)
    if wall is not None:
        return wall
    if page.status is not None and page.status >= 400:
        return Outcome.HTTP_ERROR, f"status {page.status}"
    if not there and not page.loaded:
        return Outcome.CLOSED_ITSELF, "the page closed its tab"
    if timed_out:
        return Outcome.TIMED_OUT, "it was not loaded in time" if page.status else "it did not answer in time"
    if page.failure and not page.loaded:
        return Outcome.UNREACHABLE, explained(page.failure)
    return Outcome.OK, ""


def explained(failure: str) -> str:
    """Return Firefox's word for a failure, behind what it means where that is known."""
    word = next((word for word in _WORDS if word in failure), None)
    if word is None:
        return failure[:200]
    return _WORDS[word] if word == DOWNLOAD else f"{_WORDS[word]} ({word})"
