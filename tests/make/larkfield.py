# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The made-up shop of ``demo``, served: the cookies of resources/demo, asked for as such a shop would; its policy."""

import stat
from pathlib import Path
from typing import Final

from make.browsers import CHROMIUM
from make.shop import DAY_S, Answers

from inspector.core.resources import resources_folder

HOST: Final = "larkfield.example"
ADVERTISER: Final = "ad.doubleclick.net"
NETWORK: Final = "www.facebook.com"

PAGE: Final = """<!doctype html><html lang="en"><title>Larkfield Tea</title><h1>Larkfield Tea</h1>
<script>
document.cookie = "_ga=GA1.1.111.222; domain=larkfield.example; path=/; max-age={ga}; secure";
</script>
<img src="https://ad.doubleclick.net:{port}/pixel" alt="">
<iframe src="https://www.facebook.com:{port}/like" title="like"></iframe>
<footer><a href="/privacy">Privacy policy</a> <a href="/terms">Terms</a></footer></html>"""
_PICTURE: Final = "<svg xmlns='http://www.w3.org/2000/svg'/>"


def policy_page() -> str:
    """The demonstration's policy as a page: each paragraph, heading and line as it stands."""
    parts = (resources_folder() / "demo" / "policy.md").read_text(encoding="utf-8").split("\n\n")
    titled = (f"<h2>{part.lstrip('# ')}</h2>" if part.startswith("#") else f"<p>{part}</p>" for part in parts)
    return f'<!doctype html><html lang="en"><title>Privacy policy</title>{"".join(titled)}</html>'


def answers() -> Answers:
    """Host and path: content type, body, the Set-Cookie headers."""
    third = "Secure; SameSite=None"
    return {
        (HOST, "/"): (
            "text/html",
            PAGE,
            (
                "woocommerce_items_in_cart=1; Path=/; Secure; SameSite=Lax",
                f"cookielawinfo-checkbox-necessary=yes; Path=/; Max-Age={365 * DAY_S}; Secure",
                f"ahoy_visitor=3f1c; Domain={HOST}; Path=/; Max-Age={730 * DAY_S}; Secure; SameSite=Lax",
            ),
        ),
        (HOST, "/privacy"): ("text/html", policy_page(), ()),
        (ADVERTISER, "/pixel"): (
            "image/svg+xml",
            _PICTURE,
            (f"IDE=AHWqTUm-dart; Domain=doubleclick.net; Path=/; Max-Age={390 * DAY_S}; HttpOnly; {third}",),
        ),
        (NETWORK, "/like"): (
            "text/html",
            "<!doctype html><title>like</title>",
            (f"fr=0abc; Domain=facebook.com; Path=/; Max-Age={90 * DAY_S}; HttpOnly; {third}; Partitioned",),
        ),
    }


def chromium_for(folder: Path) -> Path:
    """A program that starts the installed Chromium so that every name leads to loopback and its certificates count."""
    program = folder / "chromium"
    options = '"--host-resolver-rules=MAP * 127.0.0.1" --ignore-certificate-errors'
    program.write_text(f'#!/bin/sh\nexec "{CHROMIUM}" {options} "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program
