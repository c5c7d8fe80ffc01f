# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Made projects: a folder with a policy, a jar and settings, as a tester's repository has them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from make.command import Ended, Run

SITE: Final = "shop.example"
NOW: Final = ("--now", "2026-11-24T12:00:00Z")
COMPLETE: Final = "We use cookies only to remember the items in your shopping cart. That is all we use cookies for.\n"
CART: Final[Mapping[str, Any]] = {"name": "cart", "domain": SITE}
GA: Final[Mapping[str, Any]] = {"name": "_ga", "domain": ".shop.example", "expires": 1798105600}
IDE: Final[Mapping[str, Any]] = {"name": "IDE", "domain": ".doubleclick.net", "expires": 1798105600}
_BASE: Final[Mapping[str, Any]] = {
    "value": "s3cr3t-value",
    "path": "/",
    "expires": -1,
    "httpOnly": False,
    "secure": True,
    "sameSite": "Lax",
}


def entry(cookie: Mapping[str, Any]) -> dict[str, Any]:
    """Return a cookie as Playwright writes it."""
    return {**_BASE, **cookie}


def state(*cookies: Mapping[str, Any]) -> str:
    """Return a storage state with these cookies."""
    return json.dumps({"cookies": [entry(cookie) for cookie in cookies], "origins": []})


def write(folder: Path, **files: str | bytes) -> None:
    """Write files; ``_`` before the ending stands for the dot: ``policy_md``, ``cookie_inspector_toml`` has ``-``."""
    for name, content in files.items():
        stem, _, ending = name.rpartition("_")
        path = folder / f"{stem.replace('_', '-')}.{ending}"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def project(folder: Path, *cookies: Mapping[str, Any], policy: str = COMPLETE, settings: str = "") -> Path:
    """Make a project whose settings name the site, the policy and the cookies, and what else is given."""
    head = 'site = "shop.example"\npolicy = "policy.md"\ncookies = "state.json"\n'
    write(folder, policy_md=policy, state_json=state(*cookies), cookie_inspector_toml=head + settings)
    return folder


def report_of(run: Run, *arguments: str) -> Any:
    """Return the JSON report of an audit in the current folder."""
    ended: Ended = run("audit", *NOW, "--format", "json", *arguments)
    assert ended.out, ended.err
    return json.loads(ended.out)
