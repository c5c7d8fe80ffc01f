# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``datapackage.json``: the tables as Data Package v2 describes them (datapackage.org, standard of 2024-06-26).

The tabular profile went with v2: a resource says ``type: table`` and the profile is named by ``$schema``.
"""

from typing import Any, Final, NamedTuple

from inspector.datasets.column import Column, Kind, Table
from inspector.datasets.dataset import About
from inspector.datasets.encoding import Encoding
from inspector.datasets.schema import VERSION

_PACKAGE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_RESOURCE: Final = "https://datapackage.org/profiles/2.0/dataresource.json"
_SCHEMA: Final = "https://datapackage.org/profiles/2.0/tableschema.json"
_TYPES: Final = {
    Kind.TEXT: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.BOOLEAN: "boolean",
    Kind.MOMENT: "datetime",
    Kind.DATE: "date",
    Kind.LIST: "array",
}


class Part(NamedTuple):
    """The file of one table: its path, rows, bytes and hash."""

    table: Table
    path: str
    rows: int
    size: int
    sha256: str


def package(about: About, parts: tuple[Part, ...], encoding: Encoding) -> dict[str, Any]:
    """Return the descriptor of a dataset."""
    head: dict[str, Any] = {
        "$schema": _PACKAGE,
        "name": "cookie-inspector-dataset",
        "title": about.title,
        "description": "Cookies, what a policy says of them, and what was found. Evidence, not legal advice.",
        "version": VERSION,
        "created": f"{about.day.isoformat()}T00:00:00Z",
        "keywords": ["cookies", "privacy", "web measurement"],
        "contributors": [{"title": name, "roles": ["author"]} for name in about.authors]
        + [{"title": about.program, "roles": ["software"]}],
        "sources": [{"title": about.program}],
    }
    if about.license is not None:
        head["licenses"] = [{"name": about.license}]
    return head | {"resources": [_resource(part, encoding) for part in parts]}


def _resource(part: Part, encoding: Encoding) -> dict[str, Any]:
    table = part.table
    return {
        "$schema": _RESOURCE,
        "name": table.name,
        "type": "table",
        "path": part.path,
        "description": table.description,
        "format": encoding.format,
        "mediatype": encoding.media_type,
        "encoding": "utf-8",
        "bytes": part.size,
        "hash": f"sha256:{part.sha256}",
        "schema": table_schema(table),
    }


def table_schema(table: Table) -> dict[str, Any]:
    """Return a table as Table Schema describes it."""
    return {
        "$schema": _SCHEMA,
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {
                "fields": list(reference.columns),
                "reference": {"resource": reference.table, "fields": list(reference.columns)},
            }
            for reference in table.references
        ],
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.words:
        constraints["enum"] = [str(word) for word in column.words]
    field = {"name": column.name, "type": _TYPES[column.kind], "description": column.description}
    return field | ({"constraints": constraints} if constraints else {})
