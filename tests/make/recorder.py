# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One visit of the installed Chromium to the shop, recorded in every way that can be made here."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from make import browsers
from make.page import Page, address_of
from make.shop import Shop
from websockets.sync.client import connect

_FINISHED: Final = "Network.loadingFinished"


def record_visit(home: Path, shop: Shop, written: Callable[[], None]) -> dict[str, Path]:
    """Visit the front page once; return the recordings by their format. ``written`` waits for the profile on disk."""
    data = home / ".config" / "chromium"
    with browsers.running_chromium(home, "about:blank"):
        with connect(address_of(data), max_size=None) as socket:
            page = Page(socket)
            _visit(page, shop)
            cookies = page.call("Storage.getCookies")["cookies"]
            events = list(page.events)
        written()
        shutil.copytree(data, home / "profile", ignore=shutil.ignore_patterns("Singleton*"))
    texts = {
        "har": json.dumps(har_of(events)),
        "cdp": json.dumps({"cookies": cookies}),
        "storage-state": json.dumps({"cookies": [_playwright(held) for held in cookies], "origins": []}),
        "netscape": "# Netscape HTTP Cookie File\n" + "".join(map(_line, cookies)),
    }
    files = {"browser-store": home / "profile" / "Default"}
    for kind, text in texts.items():
        files[kind] = home / f"visit-{kind}"
        files[kind].write_text(text, encoding="utf-8")
    return files


def _visit(page: Page, shop: Shop) -> None:
    for domain in ("Page", "Network"):
        page.call(f"{domain}.enable")
    page.call("Page.navigate", url=shop.url())

    def arrived() -> bool:
        page.evaluate("1")
        return len(page.told(_FINISHED)) >= 4 and page.evaluate("document.readyState") == "complete"

    assert browsers.wait_for(arrived, 40), "the page did not load"
    assert page.evaluate("fetch('/privacy').then(answer => answer.status)") == 200  # it carries the script's cookie


def _of_shop(held: dict[str, Any]) -> dict[str, Any]:
    return held


def har_of(events: list[dict[str, Any]]) -> dict[str, Any]:
    """Make a HAR of the protocol's network events, as Chromium's tools do: headers as they went over the wire."""
    asked: dict[str, dict[str, Any]] = {}
    for event in events:
        params = event.get("params", {})
        held = asked.setdefault(params.get("requestId", ""), {})
        kind = event.get("method", "").removeprefix("Network.")
        if kind in ("requestWillBeSent", "requestWillBeSentExtraInfo", "responseReceived", "responseReceivedExtraInfo"):
            held.setdefault(kind, params)
    entries = [_entry(held) for held in asked.values() if "requestWillBeSent" in held and "responseReceived" in held]
    creator = {"name": "WebInspector", "version": "537.36"}
    return {"log": {"version": "1.2", "creator": creator, "pages": [], "entries": entries}}


def _entry(held: dict[str, Any]) -> dict[str, Any]:
    sent, received = held["requestWillBeSent"], held["responseReceived"]["response"]
    asked = held.get("requestWillBeSentExtraInfo", sent["request"])
    answered = held.get("responseReceivedExtraInfo", received)
    if "headers" not in asked:
        asked = sent["request"]
    return {
        "pageref": "page_1",
        "startedDateTime": datetime.fromtimestamp(sent["wallTime"], UTC).isoformat().replace("+00:00", "Z"),
        "_resourceType": sent.get("type", "").lower(),
        "request": {"method": "GET", "url": sent["request"]["url"], "headers": _pairs(asked["headers"]), "cookies": []},
        "response": {
            "status": received["status"],
            "headers": _pairs(answered["headers"]),
            "cookies": [],
            "content": {"mimeType": received["mimeType"]},
        },
    }


def _pairs(headers: dict[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "value": line} for name, value in headers.items() for line in value.split("\n")]


def _playwright(held: dict[str, Any]) -> dict[str, Any]:
    """Write a cookie as Playwright does: Lax for one that says nothing."""
    keys = ("name", "value", "domain", "path", "expires", "httpOnly", "secure")
    made = {key: held[key] for key in keys} | {"sameSite": held.get("sameSite", "Lax")}
    key = held.get("partitionKey")
    if key:
        made |= {"partitionKey": key["topLevelSite"], "_crHasCrossSiteAncestor": key["hasCrossSiteAncestor"]}
    return made


def _line(held: dict[str, Any]) -> str:
    mark = "#HttpOnly_" if held["httpOnly"] else ""
    below = "TRUE" if held["domain"].startswith(".") else "FALSE"
    ends = 0 if held["session"] else int(held["expires"])
    fields = (mark + held["domain"], below, held["path"], str(held["secure"]).upper(), str(ends), held["name"])
    return "\t".join((*fields, held["value"])) + "\n"
