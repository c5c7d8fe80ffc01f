# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies as CSV for spreadsheets (RFC 4180, UTF-8): safe to open, so not always exact; JSON is.

Text is always quoted and the unknown is an empty cell without quotes, so that the two can be told apart. Text that a
spreadsheet would run as a formula gets an apostrophe in front, and controls are made visible.
"""

from typing import Any, Final, TextIO

from inspector.core.reading import Reading
from inspector.core.visible import visible
from inspector.reports.api import Look
from inspector.reports.objects import cookie_objects

# OWASP, "CSV Injection"; the wide forms are taken for the plain ones by spreadsheets set to Japanese or Chinese.
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
END: Final = "\r\n"


def write_reading(reading: Reading, look: Look, out: TextIO) -> None:
    """Write a header and a line for each cookie."""
    names = columns(look.with_values, bool(reading.labels))
    out.write(",".join(names) + END)
    for fields in map(_flat, cookie_objects(reading, look.with_values)):
        out.write(",".join([cell(fields[name]) for name in names]) + END)


def columns(with_values: bool = False, with_labels: bool = False) -> tuple[str, ...]:
    """Return the names of the columns: the keys of the JSON object, with the partition in two."""
    labels = _LABEL_COLUMNS if with_labels else ()
    return (*_COLUMNS, *labels, "value") if with_values else (*_COLUMNS, *labels)


def cell(value: Any) -> str:
    """Return one cell.

    >>> print(cell("=1+1"), cell(None), cell(True), cell(-1), sep=",")
    "'=1+1",,true,-1
    """
    if value is None:
        return ""
    if isinstance(value, str):
        text = visible(value).replace('"', '""')
        return f'"\'{text}"' if value.startswith(FORMULA) else f'"{text}"'
    return str(value).lower() if isinstance(value, bool) else str(value)


def _flat(fields: dict[str, Any]) -> dict[str, Any]:
    partition = fields["partition"] or {}
    flat: dict[str, Any] = {
        "partition_site": partition.get("site"),
        "partition_has_cross_site_ancestor": partition.get("has_cross_site_ancestor"),
        **{name: "; ".join(fields[name]) or None for name in _LISTS if name in fields},
    }
    return fields | flat


_COLUMNS: Final = (
    *("id", "browser", "profile", "container", "first_party_domain", "store", "host", "host_only", "name", "path"),
    *("partition_site", "partition_has_cross_site_ancestor", "partitioned_attribute"),
    *("same_site", "secure", "http_only", "session"),
    *("created", "accessed", "updated", "expires", "lifetime_days", "lifetime_basis"),
    *("priority", "source_scheme", "source_port", "source_type", "value_state", "value_length", "problems"),
    *("requested_days", "requested_basis", "stored_days", "stored_basis", "pages", "set_by", "set_by_header"),
    "sent_back",
)
_LABEL_COLUMNS: Final = (
    *("purpose", "group", "subtype", "tracks", "vendor", "party", "confidence", "disputed", "because"),
    *("tracks_because", "vendor_id", "knowledge"),
)
_LISTS: Final = ("problems", "pages", "disputed", "because", "tracks_because")
