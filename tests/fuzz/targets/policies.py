# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Policies of every kind: from bytes to claims and record, with what a document promises checked."""

import json
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Final

from fuzz.mutation import odd_json
from fuzz.target import Target
from make import pdfs
from make.policies import check

from inspector.core.policy import Policy
from inspector.core.resources import resources_folder
from inspector.engine.lexicon import KnowledgeLexicon
from inspector.engine.policy import understand
from inspector.knowledge.loader import load
from inspector.optouts.addresses import check_address
from inspector.policies.documents.api import RawDocument
from inspector.policies.documents.registry import read_document
from inspector.policies.lifetimes import find_lifetime, parse_lifetime, parse_lifetimes
from inspector.policies.links import find_policy_links

_HTML: Final = b"""<!doctype html><html lang=en><head><meta charset=utf-8><title>Cookie policy</title></head><body><nav>Menu</nav>
<main><h1>Cookies</h1><p>We use cookies &amp; similar tools. We do <b>not</b> sell your data.<p>Last updated: 1 May 2026
<table><tr><th>Name</th><th>Provider<th>Purpose<th>Expiry</tr><tr><td rowspan=2>_ga</td><td>Google<td>Statistics<td>2 years</tr>
<tr><td>IDE<td>doubleclick.net<td>Marketing<td>13 months</table><ul><li>PHPSESSID: keeps you logged in, session</ul>
<p>You can <a href="https://tools.google.com/dlpage/gaoptout">opt out</a> at any time.</main><script>var x="<p>no"</script></body></html>"""
_MARKDOWN: Final = b"""# Cookie policy

We use **cookies** for [analytics](https://policies.google.com/privacy "Google"). No third-party cookies are set.

| Name | Purpose | Duration |
|------|:-------:|---------:|
| `_ga` | Statistics | 2 years |
| sid \\| x | Log-in | session |

1. Necessary
   - `cart` - remembers the cart, 1 day
> We share data with partners.

```
code
```
"""
_TEXT: Final = b"""COOKIE POLICY

Last updated 24.11.2026. We use cookies to remember you; they last 30 days. We do not use cookies for advertising,
except where you agreed. Our partners (e.g. Google Inc.) may set cookies. To opt out, visit www.aboutads.info.

Name: _fbp
Purpose: advertising
Expires: 90 days
"""
_YAML: Final = b"""cookies: 1
site: shop.example
sells_data: false
third_parties: [google-analytics]
categories:
  - purpose: analytics
    cookies:
      - name: _ga
        provider: Google
        lifetime: 2 years
      - {name: "sid*", lifetime: session}
"""
_SCRIPT: Final = (
    b'CookieConsentDialog.cookieTableNecessary = [["sid","shop.test","Keeps you in","Session","HTTP","1"]];'
)
_DECLARED: Final = (
    {
        "domains": ["shop.test"],
        "Groups": [
            {
                "GroupName": "Performance",
                "Cookies": [{"Name": "_ga", "Host": "shop.test", "Length": "730", "IsSession": False}],
                "FirstPartyCookies": [],
            }
        ],
    },
    {
        "disclosures": [
            {"identifier": "x", "type": "cookie", "maxAgeSeconds": 86400, "purposes": [1, 7], "domains": ["*"]}
        ]
    },
    {
        "services": [
            {
                "templateId": "a",
                "name": "Analytics",
                "categorySlug": "marketing",
                "deviceStorage": {"disclosures": [{"identifier": "y", "type": "cookie", "maxAgeSeconds": 1}]},
            }
        ]
    },
)
_PDF: Final = (
    pdfs.made("Cookie policy", "We use cookies for analytics.", "They last two years."),
    pdfs.placed(
        ((50, 700, "Name"), (200, 700, "Expiry"), (50, 680, "_ga"), (200, 680, "2 years")), ((50, 700, "More"),)
    ),
)
_TAGS: Final = (
    b"<table>",
    b"</table>",
    b"<tr>",
    b"<td rowspan=65535 colspan=1000>",
    b"<th>",
    b"<li>",
    b"<p>",
    b"<div>",
    b"</div>",
    b"<template>",
    b"<svg>",
    b"<math>",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"<style>",
    b"<textarea>",
    b"<select>",
    b"&amp",
    b"&#x110000;",
    b"<meta charset=utf-7>",
    b"<meta charset=utf-16>",
    b"hidden",
    b"style='display:none'",
    b"<a href=",
    b"<iframe srcdoc='",
)
_SAID: Final = (
    b" not ",
    b" except ",
    b" we do not use cookies ",
    b"2 years",
    b"13 months",
    b"session",
    b"third parties",
    b"Google",
    b". ",
    b"; ",
    b" e.g. ",
    b"\n\n",
    b"| ",
    b"- ",
    b"# ",
    b"`",
    b"](",
    b"_ga",
    b"Last updated: ",
    b" unless you consent ",
    b" opt out ",
)


@cache
def _lexicon() -> KnowledgeLexicon:
    return KnowledgeLexicon(load())


def _documents() -> tuple[bytes, ...]:
    return (_HTML, _MARKDOWN, _TEXT, _YAML)


def _read(name: str, data: bytes, folder: Path, media_type: str = "") -> None:
    raw = RawDocument(data, name, media_type=media_type)
    reading = read_document(raw)
    assert reading.document is not None or reading.problems, "silent"
    assert all(problem.code and problem.what for problem in reading.problems)
    if reading.document is None:
        return
    check(reading.document)
    if name.endswith(".html"):
        find_policy_links(data.decode("utf-8", "replace"), "https://shop.test/")
    _quoted(understand(reading.document, _lexicon())[0])


def _quoted(policy: Policy) -> None:
    """Every claim's quote stands in the text, at its place."""
    text = policy.document.text
    for claim in policy.claims:
        assert text[claim.quote.start : claim.quote.end] == claim.quote.text, claim


def _declared() -> Sequence[bytes]:
    return [json.dumps(held).encode() for held in _DECLARED]


def _lifetimes(data: bytes, folder: Path) -> None:
    text = data.decode("utf-8", "replace")
    for found in (parse_lifetime(text), find_lifetime(text), *parse_lifetimes(text, 86400.0)):
        assert found is None or found.days is None or found.days >= 0


def _addresses(data: bytes, folder: Path) -> None:
    text = data.decode("utf-8", "surrogateescape")
    check_address(text)
    find_policy_links(f'<a href="{text}">Privacy policy</a>', "https://shop.test/")


_STATED: Final = (
    b"2 years",
    b"13 Monate",
    b"1 year, 1 month",
    b"session",
    b"up to 30 days after your last visit",
    b"persistent",
    b"1e3 hours",
    b"6 months or until deleted",
)
_URLS: Final = (
    b"https://tools.google.com/dlpage/gaoptout",
    b"http://www.aboutads.info/choices",
    b"https://xn--mnchen-3ya.example:443/a?b#c",
    b"mailto:privacy@shop.test",
)
_PDF_WORDS: Final = (
    b" obj",
    b"endobj",
    b"stream\n",
    b"endstream",
    b"/Length ",
    b"/Kids [",
    b"2 0 R",
    b"xref",
    b"/FlateDecode",
    b"/Prev ",
    b"/Encrypt ",
    b"/ObjStm",
    b"BT ",
    b" Tj",
)
_YAML_WORDS: Final = (
    b"&a ",
    b"*a",
    b"<<: ",
    b"- ",
    b": ",
    b"|\n",
    b"!!python/object ",
    b"? ",
    b"%YAML 1.1\n---\n",
    b"\t",
    b"0x",
    b"1_000",
    b"on",
    b"~",
    b"cookies:",
    b"lifetime:",
)

POLICIES: Final = (
    Target("html", "policies as web pages", lambda: [_HTML], partial(_read, "policy.html"), _TAGS + _SAID),
    Target(
        "markdown",
        "policies in Markdown",
        lambda: [_MARKDOWN, (resources_folder() / "demo" / "policy.md").read_bytes()[:4000]],
        partial(_read, "policy.md"),
        _SAID,
    ),
    Target("plain-text", "policies as text", lambda: [_TEXT], partial(_read, "policy.txt"), _SAID),
    Target("pdf", "policies as PDF", lambda: list(_PDF), partial(_read, "policy.pdf"), _PDF_WORDS),
    Target("cookies-yml", "a site's own declaration", lambda: [_YAML], partial(_read, "cookies.yml"), _YAML_WORDS),
    Target(
        "declarations",
        "declarations of consent tools",
        lambda: [*_declared(), _SCRIPT],
        partial(_read, "declaration.json"),
        (b'"Cookies":', b'"Length":', b"cookieTable", b"[["),
        lambda: odd_json(_declared()),
    ),
    Target(
        "any-document",
        "documents of any kind, mixed",
        lambda: [*_documents(), *_PDF, _SCRIPT],
        partial(_read, "policy"),
        _TAGS + _SAID,
    ),
    Target(
        "lifetimes",
        "stated lifetimes",
        lambda: list(_STATED),
        _lifetimes,
        (b"year", b" days", b"1 1/2", b"half", b",", b" or ", b"\xc2\xbd", b"twelve"),
    ),
    Target(
        "addresses",
        "links in policies",
        lambda: list(_URLS),
        _addresses,
        (b"@", b"\\", b"//", b"[::1]", b":99999", b"%2e", b"javascript:", b"xn--"),
    ),
)
