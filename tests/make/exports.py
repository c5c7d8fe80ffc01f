# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One made-up visit as the tools of testers write it: a small realistic file of every format that we read."""

import json
from typing import Any, Final

NOW_S: Final = 1_790_000_000  # 2026-09-21 14:13:20 UTC
YEAR_S: Final = 365 * 86_400
GA: Final = "GA1.1.123456789.1790000000"

PLAYWRIGHT: Final[tuple[dict[str, Any], ...]] = (
    {
        "name": "_ga",
        "value": GA,
        "domain": ".shop.example",
        "path": "/",
        "expires": NOW_S + YEAR_S,
        "httpOnly": False,
        "secure": False,
        "sameSite": "Lax",
    },
    {
        "name": "sid",
        "value": "s3cr3t",
        "domain": "www.shop.example",
        "path": "/",
        "expires": -1,
        "httpOnly": True,
        "secure": True,
        "sameSite": "Strict",
    },
    {
        "name": "IDE",
        "value": "AHWqTUm",
        "domain": ".ads.example",
        "path": "/",
        "expires": NOW_S + YEAR_S + 0.25,
        "httpOnly": True,
        "secure": True,
        "sameSite": "None",
    },
)
SELENIUM: Final[tuple[dict[str, Any], ...]] = (
    {
        "domain": ".shop.example",
        "expiry": NOW_S + YEAR_S,
        "httpOnly": False,
        "name": "_ga",
        "path": "/",
        "sameSite": "Lax",
        "secure": False,
        "value": GA,
    },
    {
        "domain": "www.shop.example",
        "httpOnly": True,
        "name": "sid",
        "path": "/",
        "sameSite": "Strict",
        "secure": True,
        "value": "s3cr3t",
    },
)


def _text(data: Any) -> bytes:
    return json.dumps(data, indent=1).encode()


def storage_state() -> bytes:
    """What ``context.storage_state(path=...)`` writes."""
    local = {"origin": "https://www.shop.example", "localStorage": [{"name": "theme", "value": "dark"}]}
    return _text({"cookies": PLAYWRIGHT, "origins": [local]})


def cdp() -> bytes:
    """The answer of ``Storage.getCookies``."""
    cookies = [
        {
            "name": "_ga",
            "value": GA,
            "domain": ".shop.example",
            "path": "/",
            "expires": NOW_S + YEAR_S + 0.5,
            "size": 29,
            "httpOnly": False,
            "secure": False,
            "session": False,
            "priority": "Medium",
            "sourceScheme": "Secure",
            "sourcePort": 443,
        },
        {
            "name": "sid",
            "value": "s3cr3t",
            "domain": "www.shop.example",
            "path": "/",
            "expires": -1,
            "size": 9,
            "httpOnly": True,
            "secure": True,
            "session": True,
            "sameSite": "Strict",
            "priority": "High",
            "sourceScheme": "Secure",
            "sourcePort": 443,
        },
        {
            "name": "__Host-chip",
            "value": "w1",
            "domain": "widget.example",
            "path": "/",
            "expires": NOW_S + 604_800.0,
            "size": 13,
            "httpOnly": False,
            "secure": True,
            "session": False,
            "sameSite": "None",
            "priority": "Medium",
            "sourceScheme": "Secure",
            "sourcePort": 443,
            "partitionKey": {"topLevelSite": "https://shop.example", "hasCrossSiteAncestor": True},
        },
    ]
    return _text({"cookies": cookies})


def puppeteer() -> bytes:
    """What ``JSON.stringify(await page.cookies())`` gives."""
    keys = ("name", "value", "domain", "path", "expires", "size", "httpOnly", "secure", "session", "sameSite")
    cookies = [{key: held[key] for key in keys if key in held} for held in json.loads(cdp())["cookies"]]
    cookies[2]["partitionKey"] = "https://shop.example"
    return _text(cookies)


def cookie_editor() -> bytes:
    """What Cookie-Editor copies as JSON."""
    cookies = [
        {
            "domain": ".shop.example",
            "expirationDate": NOW_S + YEAR_S + 0.25,
            "hostOnly": False,
            "httpOnly": False,
            "name": "_ga",
            "path": "/",
            "sameSite": None,
            "secure": False,
            "session": False,
            "storeId": None,
            "value": GA,
        },
        {
            "domain": "www.shop.example",
            "hostOnly": True,
            "httpOnly": True,
            "name": "sid",
            "path": "/",
            "sameSite": "strict",
            "secure": True,
            "session": True,
            "storeId": None,
            "value": "s3cr3t",
        },
        {
            "domain": ".ads.example",
            "expirationDate": NOW_S + YEAR_S,
            "hostOnly": False,
            "httpOnly": True,
            "name": "IDE",
            "path": "/",
            "sameSite": "no_restriction",
            "secure": True,
            "session": False,
            "storeId": "firefox-container-2",
            "value": "AHWqTUm",
        },
    ]
    return _text(cookies)


def plain_json() -> bytes:
    """A list that a program of one's own wrote."""
    ga = {"cookie": "_ga", "host": ".shop.example", "value": "GA1.1.5", "secure": False, "expires": 1798105600}
    sid = {"cookie": "sid", "host": "www.shop.example", "value": "s3cr3t", "session": True, "httpOnly": True}
    return json.dumps([ga, sid], indent=1).encode()


def selenium() -> bytes:
    """What ``json.dump(driver.get_cookies(), file)`` writes."""
    return _text(SELENIUM)


def bidi() -> bytes:
    """The result of ``storage.getCookies``."""
    cookies = [
        {
            "name": "_ga",
            "value": {"type": "string", "value": GA},
            "domain": ".shop.example",
            "path": "/",
            "size": 29,
            "httpOnly": False,
            "secure": False,
            "sameSite": "default",
            "expiry": NOW_S + YEAR_S,
        },
        {
            "name": "sid",
            "value": {"type": "base64", "value": "czNjcjN0"},
            "domain": "www.shop.example",
            "path": "/",
            "size": 9,
            "httpOnly": True,
            "secure": True,
            "sameSite": "strict",
        },
    ]
    return _text({"cookies": cookies, "partitionKey": {"userContext": "default"}})


def netscape() -> bytes:
    """What ``curl -c`` writes."""
    return (
        "# Netscape HTTP Cookie File\n# https://curl.se/docs/http-cookies.html\n"
        "# This file was generated by libcurl! Edit at your own risk.\n\n"
        f".shop.example\tTRUE\t/\tFALSE\t{NOW_S + YEAR_S}\t_ga\t{GA}\n"
        "#HttpOnly_www.shop.example\tFALSE\t/\tTRUE\t0\tsid\ts3cr3t\n"
    ).encode()
