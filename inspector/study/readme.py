# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``STUDY.md`` of a result: which method counts what, what each column of the numbers says, how to count again."""

from collections.abc import Sequence
from typing import Any, Final

from inspector.core.report import DISCLAIMER
from inspector.study.numbers import LEAST_SITES, METHODS, Table

_EXAMINES: Final = {
    "wrong_label": "cookies that the policy files under a purpose by their name, and that their vendor documents",
    "outlier_label": f"names with a known vendor that {LEAST_SITES} or more sites file, two thirds of them alike",
    "wrong_retention": "cookies for which a lifetime is stated, and whose end is known (of some, only what is left)",
    "unclassified": "all judged cookies, and the names that the policy lists as unclassified",
    "undeclared": "judged cookies, but for those of consent, opt-outs and load balancing; never under a silent policy",
    "contradictory_labels": "names of cookies that the policy prints",
    "implicit_consent": "cookies for preferences, analytics and marketing in visits without any choice by then",
    "ignored_choice": "cookies for preferences, analytics and marketing where a refusal is recorded",
    "declared_not_seen": "names of cookies that the policy prints, where a visit is proven or a cookie is there",
}
_RULES: Final = {
    "wrong_label": "CI206", "outlier_label": "counted here, over all sites", "wrong_retention": "CI301, CI302",
    "unclassified": "CI104", "undeclared": "CI101", "contradictory_labels": "CI207", "implicit_consent": "CI401",
    "ignored_choice": "CI402", "declared_not_seen": "CI103",
}  # fmt: skip


def study_readme(totals: Table, small: int) -> str:
    """Return the document."""
    lines = [
        "# The numbers of this study",
        "",
        f"{DISCLAIMER} A method that found something found a reason to look; what was not measured was not found fine.",
        "",
        "## In total",
        "",
        "| | method | sites measured | found something | as a warning or error | items examined | found |",
        "|---|---|---|---|---|---|---|",
        *map(_total, totals),
        "",
        "A method that could not be measured on a site says nothing of it: `tables/by_site.csv` tells why. A cookie is",
        "counted once for a site, by the patterns of its name and host and its partition. Items are cookies, or names",
        "that policies print.",
        "",
        "## What each method examines",
        "",
        "The eight are those of Bollinger, Kubicek, Cotrini, Basin: Automating Cookie Consent and GDPR Violation",
        "Detection (USENIX Security 2022); the ninth is their list of declared cookies that were not seen.",
        "",
        "| | method | rules | examines |",
        "|---|---|---|---|",
        *(f"| {number} | `{word}` | {_RULES[word]} | {_EXAMINES[word]} |" for word, number, _ in METHODS),
        "",
        "## Files",
        "",
        "- `data/`: the dataset; README.md explains every column. `study_rows` are the rows of the list, `study_items`",
        "  everything that a method examined with what it found, `study_asked` where it could find anything,",
        "  `study_names` the names that policies declare.",
        "- `tables/totals.csv`, `tables/by_site.csv`, `tables/by_group.csv`, `tables/by_name.csv`,",
        "  `tables/majorities.csv`: the numbers. `examined`, `found` and `found_grave` (warnings and errors) count",
        "  items; `sites_*` count sites; shares are of the measured sites.",
        "- `plots/`: the same as pictures.",
        "- `reproduce.py`: counts every number again from `data/` and compares; Python 3.10 or newer is enough.",
        "  `python3 reproduce.py METHOD [SITE]` prints the rows behind a number.",
        "",
        "## Small counts",
        "",
        f"`tables/by_name.csv` tells a name only where {small} sites or more show it: a name that few sites show may",
        "hold what tells one visitor from others, although identifiers of known forms are `*` everywhere. The rest is",
        "one row without numbers. No other table of numbers holds a name, but `majorities.csv`, for which",
        f"{LEAST_SITES} sites are needed.",
        "",
    ]
    return "\n".join(lines)


def _total(row: Sequence[Any]) -> str:
    _, number, title, sites, measured, found, grave, share, share_grave, examined, items, _ = row
    shares = tuple(
        f"{count} ({share})" if share else str(count) for count, share in ((found, share), (grave, share_grave))
    )
    return f"| {number} | {title} | {measured} of {sites} | {shares[0]} | {shares[1]} | {examined} | {items} |"
