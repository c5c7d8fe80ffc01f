# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``README.md`` and ``CITATION.cff`` of a dataset, made from the schema and what is said of the whole."""

import json
from collections.abc import Mapping
from typing import Final

from inspector.core.disclosure import Disclosure
from inspector.core.report import DISCLAIMER
from inspector.datasets.column import Column, Kind, Table
from inspector.datasets.dataset import About
from inspector.datasets.schema import TABLES, VERSION

_TYPES: Final = {
    Kind.TEXT: "text",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.BOOLEAN: "boolean",
    Kind.MOMENT: "moment (UTC)",
    Kind.DATE: "date",
    Kind.LIST: "list of texts",
}
_TOLD: Final = {
    Disclosure.REDUCED: (
        "Moments are given to the day. Lifetimes of two days and more are given to the day, shorter ones to the hour, "
        "under two hours to the minute. Identifiers in names, hosts and paths, and addresses of e-mail, are `*`. "
        "Addresses of pages are given as their origin. Paths of files, profiles and names of containers are left out."
    ),
    Disclosure.FULL: (
        "Everything is told as it was read: moments to the microsecond, whole names, hosts and paths, addresses, the "
        "files and profiles that cookies were found in. **This may be a browsing history**: think before you share it."
    ),
}
_ENTRY: Final = "| `{name}` | {kind} | {null} | {description} |"


def readme(about: About, rows: Mapping[str, int], files: Mapping[str, str], more: tuple[Table, ...] = ()) -> str:
    """Return the README: what this is, how much it tells, and every column of every table."""
    lines = [
        f"# {_inline(about.title)}",
        "",
        f"Made by {about.program}. {DISCLAIMER}",
        "",
        "## How to read it",
        "",
        "- A cell without anything in it (null) is what is not known, or not there; it never means `false` or 0.",
        "- No text is empty. In CSV, booleans are `true` and `false`, lists JSON, moments ISO 8601 in UTC.",
        "- Rows are named by the columns of their key; other tables refer to them by the same columns.",
        "- `repeatable`: whether an answer follows from this dataset alone (`cookie-inspector export --verify`).",
        "- CSV is exact: a cell may begin with `=`. Import it into a spreadsheet as text, do not open it there.",
        '- pandas takes a cookie called `NA` for none without `read_csv(file, keep_default_na=False, na_values=[""])`.',
        f"- The schema is version {VERSION}; `datapackage.json` has it for programs. `SHA256SUMS` has the hashes.",
        "",
        "## How much it tells",
        "",
        _TOLD[about.disclosure],
        "",
        "Values of cookies are told as what they look like, and by a keyed hash (`value_mark`): equal marks are equal",
        "values. The key stays with who made the dataset. Only where `runs.values_told` is `value` are they here.",
        "",
        "## Tables",
    ]
    for table in (*TABLES, *more):
        lines += ["", *_table(table, rows.get(table.name, 0), files.get(table.name, ""))]
    return "\n".join(lines) + "\n"


def _table(table: Table, rows: int, file: str) -> list[str]:
    place = f"`{file}`, " if file else ""
    head = [
        f"### {table.name}",
        "",
        f"{table.description} {place}{rows:,} row{'' if rows == 1 else 's'}; key: {_names(table.key)}.",
    ]
    head += [f"{_names(held.columns)} names a row of `{held.table}`." for held in table.references]
    return [*head, "", "| column | type | null | what it is |", "|---|---|---|---|", *map(_column, table.columns)]


def _column(column: Column) -> str:
    description = column.description.replace("|", "\\|").replace("*", "\\*")
    if column.words:
        description += f" One of {', '.join(f'`{word}`' for word in column.words)}."
    null = "never" if column.required else "may be"
    return _ENTRY.format(name=column.name, kind=_TYPES[column.kind], null=null, description=description)


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in columns)


def _inline(text: str) -> str:
    return " ".join(text.split())


def citation(about: About, version: str) -> str:
    """Return the citation of the dataset, with the program as a reference (Citation File Format 1.2.0).

    Strings are written as JSON, which YAML reads. Who did not say who made it is cited as "anonymous", as the format's
    guide has it.
    """
    authors = about.authors or ("anonymous",)
    lines = [
        "cff-version: 1.2.0",
        "message: If you use this dataset, please cite it, and the program that made it.",
        "type: dataset",
        f"title: {_text(about.title)}",
        "authors:",
        *[f"  - name: {_text(author)}" for author in authors],
        f"date-released: {about.day.isoformat()}",
        f"version: {_text(VERSION)}",
    ]
    if about.license is not None:
        lines.append(f"license: {_text(about.license)}")
    lines += [
        "references:",
        "  - type: software",
        "    title: Cookie Inspector",
        f"    version: {_text(version)}",
        "    license: Apache-2.0",
        "    authors:",
        "      - name: Cookie Inspector developers",
    ]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    return json.dumps(_inline(text), ensure_ascii=False)
