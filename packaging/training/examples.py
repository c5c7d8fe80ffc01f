# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the model learns from: the labelled files, the knowledge tables and the list of example names."""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.core.cookie import SameSite
from inspector.core.label import Group, Purpose
from inspector.core.secret import Secret
from inspector.core.traits import Traits
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import Match

HERE = Path(__file__).resolve().parent
GROUPS = (Group.NECESSARY, Group.PREFERENCES, Group.ANALYTICS, Group.MARKETING)
_SAME_SITE = {"": SameSite.UNKNOWN, "no_restriction": SameSite.NONE}


@dataclass(frozen=True)
class Example:
    """One row: what is known of a cookie, the groups that its label allows, its weight, and whose fold it is in."""

    traits: Traits
    allowed: tuple[Group, ...]
    weight: float
    fold: str = ""
    from_tables: bool = False


def _flag(text: str | None) -> bool | None:
    return {"1": True, "0": False}.get(text or "")


def traits_of_row(row: dict[str, str]) -> Traits:
    """Return the traits of a row of the labelled files."""
    days = row.get("expiry_days")
    same_site = row.get("same_site", "")
    return Traits(
        name=row["name"],
        host=(row.get("domain") or "").lstrip(".") or None,
        site=row.get("site") or None,
        third_party=_flag(row.get("third_party")),
        path=row.get("path"),
        value=Secret(row["value"]) if "value" in row else None,
        session=_flag(row.get("session")),
        lifetime_days=float(days) if days else None,
        http_only=_flag(row.get("http_only")),
        secure=_flag(row.get("secure")),
        host_only=_flag(row.get("host_only")),
        same_site=_SAME_SITE.get(same_site) or SameSite(same_site),
        wildcard=row.get("wildcard") == "1",
    )


def cookieblock(path: Path) -> list[Example]:
    """Return the cookies that consent platforms labelled; the fold is the site."""
    label = {
        "necessary": Group.NECESSARY,
        "functional": Group.PREFERENCES,
        "analytics": Group.ANALYTICS,
        "advertising": Group.MARKETING,
    }
    with path.open(encoding="utf-8", newline="") as file:
        return [Example(traits_of_row(row), (label[row["label"]],), 1.0, row["site"]) for row in csv.DictReader(file)]


def open_cookie_database(path: Path, weight: float) -> list[Example]:
    """Return the entries of the names-only file; its "functional" may be either of two groups. Folds by platform."""
    groups = {"marketing": (Group.MARKETING,), "analytics": (Group.ANALYTICS,)}
    other = (Group.NECESSARY, Group.PREFERENCES)
    columns = ("name", "domain", "third_party", "wildcard")
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Example(
                traits_of_row({key: row[key] for key in columns}),
                groups.get(row["category"], other),
                weight,
                row["platform"] or row["name"],
            )
            for row in csv.DictReader(file)
        ]


def from_tables(knowledge: Knowledge, weight: float) -> Iterator[Example]:
    """Yield the entries of the knowledge tables; patterns name no cookie and teach nothing."""
    for fact in knowledge.cookies:
        if fact.match is Match.PATTERN or fact.purpose is Purpose.UNKNOWN:
            continue
        traits = Traits(
            fact.name,
            fact.domain.removesuffix(".*") + ".com" if fact.domain and fact.domain.endswith(".*") else fact.domain,
            wildcard=fact.match is Match.PREFIX,
        )
        yield Example(traits, (fact.purpose.group,), weight * (0.3 if fact.disputed else 1), from_tables=True)


def from_names(weight: float) -> Iterator[Example]:
    """Yield the example names."""
    rows = tomllib.loads((HERE / "examples.toml").read_text(encoding="utf-8"))["row"]
    for row in rows:
        group = Purpose(row["purpose"]).group
        for name in row["names"].split():
            wildcard = len(name) > 1 and name.endswith("*")
            traits = Traits(name.removesuffix("*") if wildcard else name, row.get("domain"), wildcard=wildcard)
            yield Example(traits, (group,), weight, from_tables=True)


def blurred(example: Example, weight: float) -> Iterator[Example]:
    """Yield copies of an example that know less: a store tells no page, a scan reads no value, a list only names."""
    bare = example.traits._replace(value=None)
    yield replace(example, traits=bare, weight=example.weight * weight)
    store = bare._replace(site=None, third_party=None)
    yield replace(example, traits=store, weight=example.weight * weight)
    yield replace(example, traits=Traits(bare.name, wildcard=bare.wildcard), weight=example.weight * weight)
