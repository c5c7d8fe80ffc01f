# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Audit each labelled policy against the very cookies that its label names: none of them may be an error.

usage: python packaging/measure/precision.py FOLDER   (labels.jsonl and the policies beside it)

Cookies are made as the label has them: the name (a wildcard filled in), the lifetime, and the party: a third party's
in the site's partition where the knowledge places the cookie on another host, the site's own otherwise.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import click

from inspector.core.cookie import Cookie, SameSite
from inspector.core.finding import Finding, Level
from inspector.core.isolation import NOT_ISOLATED, Isolation, Partition
from inspector.core.moments import DAY_US, from_datetime
from inspector.core.policy import Policy
from inspector.core.report import Report
from inspector.core.store import Family, StoreRef
from inspector.engine.audit import AuditRequest, audit
from inspector.engine.auditing import labels
from inspector.engine.lexicon import KnowledgeLexicon
from inspector.engine.policy import PolicyOptions, read_policies
from inspector.knowledge.book import Knowledge
from inspector.knowledge.loader import load
from inspector.rules.case import Options

SITE: Final = "shop.example"
NOW: Final = datetime(2026, 11, 24, tzinfo=UTC)
STORE: Final = StoreRef("unknown", "", "made", Family.FILE)
_FILL: Final = re.compile(r"\*+|<[^<>]+>|\{[^{}]+\}|\[[^\[\]]+[\]}]|X{2,}|x{3,}|#+|…|\.{3}")
_CAP_DAYS: Final = 400.0


def policies(folder: Path, knowledge: Knowledge) -> Iterator[tuple[Mapping[str, Any], Policy]]:
    """Yield every label that could be read, with its policy."""
    options = PolicyOptions(NOW, lexicon=KnowledgeLexicon(knowledge))
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        path = next(
            folder / f"{label['id']}{end}" for end in (".md", ".html") if (folder / f"{label['id']}{end}").is_file()
        )
        (reading,) = read_policies([str(path)], options)
        if reading.policy is not None:
            yield label, reading.policy


def cookies_of(label: Mapping[str, Any], knowledge: Knowledge) -> tuple[Cookie, ...]:
    """Return the cookies that a label names."""
    return tuple(made for named in label["named_cookies"] if (made := _cookie(named, knowledge)) is not None)


def _cookie(named: Mapping[str, Any], knowledge: Knowledge) -> Cookie | None:
    name = _FILL.sub("1a2b3c", re.sub(r"^\^|\$$", "", named["name"]).replace(".*", "*").replace("\\", ""))
    known = knowledge.find(name, None)
    domain = known[0].domain if known and known[0].domain and "*" not in known[0].domain else None
    days = named["lifetime"]
    now = from_datetime(NOW)
    lasts = None if days in (None, "session") else min(float(days), _CAP_DAYS)
    isolation = Isolation(Partition(f"https://{SITE}"), raw="made") if domain else NOT_ISOLATED
    return Cookie(
        STORE,
        isolation,
        f".{domain}" if domain else SITE,
        domain is None,
        name,
        "/",
        created_us=now,
        updated_us=now,
        expires_us=None if lasts is None else now + round(lasts * DAY_US),
        session=lasts is None,
        secure=True,
        http_only=True,
        same_site=SameSite.LAX,
    )


def measure(folder: Path, *, in_force: bool = True) -> Iterator[tuple[str, Report]]:
    """Yield the report of each policy that names cookies; ``in_force`` keeps old policies' findings at full level."""
    knowledge = load()
    classify = labels(knowledge)
    request = AuditRequest(SITE, options=Options(in_force=in_force))
    for label, policy in policies(folder, knowledge):
        cookies = cookies_of(label, knowledge)
        if cookies:
            yield label["id"], audit(request, cookies, policy, knowledge, classify, NOW)


def exceptions(report: Report, level: Level) -> list[Finding]:
    """Return the findings of a level and above."""
    return [finding for finding in report.at_least(level) if finding.cookie is not None]


def main() -> None:
    """Print the figure and every exception."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    cookies = errors = 0
    codes: Counter[str] = Counter()
    for policy_id, report in measure(folder):
        cookies += len(report.cookies)
        errors += len(exceptions(report, Level.ERROR))
        codes.update(f"{finding.code} {finding.level.value}" for finding in report.findings)
        for finding in exceptions(report, Level.WARNING):
            click.echo(f"{policy_id}: {finding.code} {finding.level.value}: {finding.message}")
    click.echo(f"{cookies} cookies; {errors} error-level findings about them")
    click.echo(", ".join(f"{code}: {number}" for code, number in sorted(codes.items())))


if __name__ == "__main__":
    main()
