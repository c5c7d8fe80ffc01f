# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Read policies with a lexicon made of the shared reference tables, and print records as the score script wants them.

usage: score_claims.py LABELS FOLDER --program "python packaging/measure/policies.py"

For developers: measures the sentences before the knowledge tables are there. Not part of the program.
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from inspector.core.policy import Policy  # noqa: E402
from inspector.policies.claims import read_claims  # noqa: E402
from inspector.policies.documents.api import RawDocument  # noqa: E402
from inspector.policies.documents.registry import read_document  # noqa: E402
from inspector.policies.lexicon import OptOutLink  # noqa: E402
from inspector.policies.listed import read_listed  # noqa: E402
from inspector.policies.purposes import purpose_of  # noqa: E402
from inspector.policies.record import derive_record  # noqa: E402
from inspector.policies.tables import read_tables  # noqa: E402

STANCES: Final = (
    "cookies", "first_party_cookies", "third_party_cookies", "cross_site_tracking", "personal_data_in_cookies",
    "data_sale",
    "session_cookies", "persistent_cookies",
)  # fmt: skip
PURPOSES: Final = ("cart", "authentication", "security", "preferences", "analytics", "advertising", "social")


class SharedLexicon:
    """The shared tables as a lexicon. Row ids of opt-outs become vendor ids where vendor_ids.csv says which."""

    def __init__(self, folder: Path) -> None:
        self._aliases: dict[str, str] = {}
        self._hosts: dict[str, str] = {}
        rows: dict[str, str] = {}
        for row in _rows(folder / "vendor_ids.csv"):
            for name in row["names_in_policies"].split(";"):
                self._aliases.setdefault(name, row["id"])
            for host in row["domains"].split(";"):
                self._hosts.setdefault(host, row["id"])
            for opt_out in filter(None, row["optout_rows"].split(";")):
                rows.setdefault(opt_out, row["id"])
        self._urls: dict[str, OptOutLink] = {}
        self._live: dict[str, OptOutLink] = {}
        for row in _rows(folder / "optouts.csv"):
            target = rows.get(row["vendor_id"], row["vendor_id"].replace("_", "-"))
            name = re.sub(r"\s*\(.*?\)", "", row["vendor"]).split(",")[0]
            if len(name) > 3 and "/" not in name:
                self._aliases.setdefault(name, target)
            for host in filter(None, row["covered_domains"].split(";")):
                self._hosts.setdefault(host, target)
            link = OptOutLink(target, row["opt_out_url"], row["mechanism"])
            self._live.setdefault(target, link)
            if row["scope"] != "vendor" or "opt" in row["opt_out_url"]:
                self._urls.setdefault(_folded(row["opt_out_url"]), link)
        self._phrases: dict[str, str] = {}
        for row in _rows(folder / "legacy_optout_urls.csv"):
            target = rows.get(row["vendor_id"], row["vendor_id"].replace("_", "-"))
            if row["kind"] == "phrase":
                self._phrases.setdefault(row["legacy_pattern"], target)
            else:
                self._urls.setdefault(
                    _folded(row["legacy_pattern"]), OptOutLink(target, row["live_replacement"], row["status"])
                )

    @property
    def aliases(self) -> Mapping[str, str]:
        """Printed names."""
        return self._aliases

    @property
    def phrases(self) -> Mapping[str, str]:
        """Old wordings."""
        return self._phrases

    def opt_out(self, url: str) -> OptOutLink | None:
        """Look an address up, also without its query."""
        folded = _folded(url)
        return (
            self._urls.get(folded)
            or self._urls.get(folded.partition("?")[0].rstrip("/"))
            or self._urls.get(folded.partition("#")[0])
        )

    def live(self, target: str) -> OptOutLink | None:
        """The first row of a target."""
        return self._live.get(target)

    def vendor_of_host(self, host: str) -> str | None:
        """The vendor of a host or of its parents."""
        labels = host.split(".")
        return next(
            (self._hosts[name] for at in range(len(labels)) if (name := ".".join(labels[at:])) in self._hosts), None
        )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _folded(url: str) -> str:
    text = url if "://" in url else "http://" + url
    parts = urlsplit(re.sub(r"\s", "", text))
    host = (parts.hostname or "").removeprefix("www.")
    return (
        host
        + parts.path
        + ("?" + parts.query if parts.query else "")
        + ("#" + parts.fragment if parts.fragment else "")
    ).rstrip("/")


def read_policy(path: Path, lexicon: SharedLexicon) -> Policy:
    """Read one file; what cannot be read ends the measurement."""
    document = read_document(RawDocument(path.read_bytes(), str(path))).document
    if document is None:
        raise SystemExit(f"{path}: not read")
    tables = read_tables(document, purpose_of)
    stated = (*tables, *read_listed(document, purpose_of, tables))
    reading = read_claims(document, lexicon, stated)
    return Policy(document, reading.claims, derive_record(document, reading, lexicon))


def as_record(policy: Policy) -> dict[str, Any]:
    """Return what the score script compares."""
    record = policy.record
    return {
        **{field: record.stance(field).value for field in STANCES},
        "purposes": {name: record.stance(f"purposes.{name}").value for name in PURPOSES},
        "controls": {
            "browser_settings": record.controls.browser_settings,
            "consent_tool": record.controls.consent_tool,
            "do_not_track": record.controls.do_not_track,
        },
        "delegates": record.delegates,
        "dart_cookie": record.dart_cookie,
        "vendors": [vendor.id for vendor in record.vendors],
        "opt_outs": [
            {"target": offer.target, "url": offer.url, "live_url": offer.live_url} for offer in record.opt_outs
        ],
        "named_cookies": [
            {
                "name": cookie.name,
                "purpose": cookie.purpose.value if cookie.purpose else None,
                "lifetime": cookie.lifetime.value if cookie.lifetime else None,
            }
            for cookie in (*record.named_cookies, *record.storage)
            if cookie.name
        ],
        "claims": [
            {"field": claim.field, "stance": claim.stance.value, "quote": claim.quote.text} for claim in policy.claims
        ],
        "conflicts": [[held.field, held.why, *held.claims] for held in record.conflicts],
        "policy_date": [str(record.policy_date.date), record.policy_date.basis] if record.policy_date else None,
        "language": record.language,
        "enumerates": record.enumerates,
        "complete": record.complete,
        "children": record.children,
        "more": {key: value.value for key, value in record.stances.items()},
    }


def main() -> None:
    """Print a record for each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=["policy"])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--format", default="jsonl")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared" / "data")
    options = parser.parse_args()
    lexicon = SharedLexicon(options.shared)
    for path in options.files:
        sys.stdout.write(json.dumps(as_record(read_policy(path, lexicon)), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
