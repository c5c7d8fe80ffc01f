# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The first files of a project: commented settings, and a draft of a declaration from its policy and its cookies.

Nothing in the draft is in force: a person reads it against the site first, and then names it in the settings.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from inspector.core.finding import Verdict
from inspector.core.frozen import frozen
from inspector.core.label import Purpose
from inspector.core.name_pattern import name_pattern
from inspector.core.policy import Policy
from inspector.core.problem import InspectorError
from inspector.core.report import JudgedCookie, Report
from inspector.core.visible import visible
from inspector.engine.settings import OWN_FILE
from inspector.policies.drafts import draft_declaration, lifetime_text
from inspector.policies.fetch import is_address
from inspector.policies.lifetimes import parse_lifetime
from inspector.rules.lifetimes import days_text

DECLARATION: Final = "cookies.yml"
_MOST: Final = 500  # cookies in the draft
_MISSING: Final = (Verdict.UNDECLARED, Verdict.NOT_STATED, Verdict.CONTRADICTS)
# What cookies.yml calls a purpose; an unknown one a person has to say.
_PURPOSES: Final = {
    Purpose.CART: "cart",
    Purpose.AUTHENTICATION: "authentication",
    Purpose.SESSION: "necessary",
    Purpose.SECURITY: "security",
    Purpose.LOAD_BALANCING: "necessary",
    Purpose.CONSENT: "necessary",
    Purpose.OPT_OUT: "necessary",
    Purpose.PREFERENCES: "preferences",
    Purpose.FUNCTIONAL: "preferences",
    Purpose.ANALYTICS: "analytics",
    Purpose.ADVERTISING: "advertising",
    Purpose.SOCIAL: "social",
}


@frozen
class Start:
    """What a project starts from. Paths are as they were given; ``folder`` is where the files go."""

    site: str
    folder: Path
    policies: tuple[str, ...] = ()
    cookies: tuple[Path, ...] = ()
    only_this_site: bool = False


def settings_text(start: Start) -> str:
    """Return the settings, every key that has no value yet as a comment."""
    policies = [place if is_address(place) else _from(start.folder, Path(place)) for place in start.policies]
    cookies = [_from(start.folder, path) for path in start.cookies]
    return "\n".join(_settings(start, policies, cookies)) + "\n"


def _settings(start: Start, policies: Sequence[str], cookies: Sequence[str]) -> Iterator[str]:
    yield "# Settings of Cookie Inspector for this project. Every key is described in docs/pipeline.md."
    yield '# With them, "cookie-inspector audit" alone compares these cookies with this policy.'
    yield f"site = {_text(start.site)}"
    yield '# also = ["shop-cdn.example"]           # other domains of the same operator'
    yield _list("policy", policies, "where the policy is: files and addresses, read as one")
    yield f'# declaration = ["{DECLARATION}"]         # the draft: read it against the site, then take the # away'
    yield _list("cookies", cookies, "what your tests save: a storage state, a jar, a HAR")
    word = "only_this_site = true" if start.only_this_site else "# only_this_site = true"
    yield f"{word}                 # your word: the browser visited nothing else"
    yield '# baseline = "cookie-baseline.json"     # make it with: cookie-inspector audit --update-baseline'
    yield '# fail_on = ["warning"]                 # a level, or rules such as "CI101"'
    yield "# max_new = 0                           # how many findings may be new"
    yield ""
    yield '# [levels]                              # "cookie-inspector rule" lists the rules'
    yield '# CI303 = "off"'
    yield ""
    yield "# [[ignore]]                            # stays in every report, with this reason"
    yield '# rule = "CI101"'
    yield '# cookie = "_ga*"'
    yield '# reason = "the tag goes out with the next release"'
    yield "# until = 2027-03-31                    # after this day it is a finding again"
    yield ""
    yield "# [[cookie]]                            # what a cookie of your own is for"
    yield '# name = "_shop_*"'
    yield '# purpose = "cart"'
    yield '# reason = "our developers say so"'


def declaration_text(policy: Policy, report: Report | None) -> str:
    """Return the draft: what the policy says, and as comments the cookies that it does not declare."""
    draft = draft_declaration(policy)
    missing = [] if report is None else [held for held in report.cookies if held.verdict in _MISSING]
    if not missing:
        return draft
    listed = bool(policy.record.named_cookies)
    return draft + "\n".join(_undeclared(_distinct(missing), listed)) + "\n"


def _undeclared(cookies: Sequence[JudgedCookie], listed: bool) -> Iterator[str]:
    yield "# Found, and not declared above. For each: stop setting it, or say what it is for and take the # away."
    if not listed:
        yield "# cookies:"
    for held in cookies[:_MOST]:
        yield f"#   - name: {json.dumps(visible(name_pattern(held.cookie.name), 200), ensure_ascii=False)}"
        provider = visible(held.label.vendor_name or held.cookie.host, 200)
        yield f"#     provider: {json.dumps(provider, ensure_ascii=False)}"
        if held.label.purpose in _PURPOSES:
            yield f"#     purpose: {_PURPOSES[held.label.purpose]}{'' if held.sure else '  # likely'}"
        if lifetime := _lifetime(held):
            yield f"#     lifetime: {lifetime}"
    if len(cookies) > _MOST:
        yield f"# And {len(cookies) - _MOST} more."


def _distinct(cookies: Iterable[JudgedCookie]) -> list[JudgedCookie]:
    """One cookie of each pattern of a name: a draft declares ``_ga_*`` once."""
    first: dict[str, JudgedCookie] = {}
    for held in cookies:
        first.setdefault(name_pattern(held.cookie.name), held)
    return list(first.values())


def _lifetime(held: JudgedCookie) -> str:
    """A lifetime that is known, in the words of the file; where it is not known the line is left to a person."""
    if held.cookie.session:
        return "session"
    days = held.cookie.lifetime.days
    return lifetime_text(parse_lifetime(days_text(days))) if days is not None and days > 0 else ""


def _list(key: str, places: Sequence[str], said: str) -> str:
    if places:
        return f"{key} = [{', '.join(map(_text, places))}]"
    return f"# {key} = []  # {said}"


def _from(folder: Path, path: Path) -> str:
    """A path as it leads from the folder of the settings, the same on every system."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return path.absolute().as_posix()


def _text(text: str) -> str:
    """A TOML basic string: JSON's, with the one control that JSON lets stand (TOML 1.0, strings)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InspectorError(f"{visible(text, 200)} is no text that {OWN_FILE} can hold", "Rename it") from error
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
