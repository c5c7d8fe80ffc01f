# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""List the opt-out rows by age, the oldest first, for opening each by hand: ``optout_ages.py [--older-than YEAR]``.

For maintainers. It opens nothing: whoever looks at a page opens it in a browser, sees that it does what the row says,
and writes the day into the row (``opened = "2026-12-01"``). Until then the program says "as documented in".
"""

import argparse
import csv
import sys
from datetime import date
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from inspector.knowledge.loader import load  # noqa: E402
from inspector.knowledge.records import OptOut  # noqa: E402

COLUMNS: Final = ("known", "year", "opened", "status", "sure", "one click", "vendor", "id", "url", "source")


def age(way: OptOut) -> tuple[date, str, str]:
    """Return when a row was last known to be right, the worst sourced first within a year."""
    known = way.opened or date(way.last_known_year, 1, 1)
    return known, {"C": "0", "B": "1", "A": "2"}[way.url_confidence], way.id


def main() -> None:
    """Print the rows as tab-separated text, or CSV."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--older-than", type=int, metavar="YEAR", help="only rows last known before this year")
    parser.add_argument("--csv", action="store_true", help="comma-separated, for a spreadsheet")
    asked = parser.parse_args()
    out = csv.writer(sys.stdout, dialect="excel" if asked.csv else "excel-tab", lineterminator="\n")
    out.writerow(COLUMNS)
    for way in sorted(load().ways_out, key=age):
        if asked.older_than is None or age(way)[0].year < asked.older_than:
            click = "yes" if way.one_click else "no"
            opened = way.opened or "never"
            row = (way.known, way.last_known_year, opened, way.status, way.url_confidence, click, way.vendor, way.id)
            out.writerow((*row, way.url, way.source))


if __name__ == "__main__":
    main()
