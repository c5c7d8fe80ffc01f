# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Jinja2 as every page uses it: escaping is on for everything, and a name that is not there is a fault."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from inspector.core.resources import resources_folder
from inspector.reports.audit_parts import safe
from inspector.reports.words import many


def environment() -> Environment:
    """Return the environment of the pages' templates, with the filters that they use."""
    loader = FileSystemLoader(resources_folder() / "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters.update(safe_text=safe, number=_count, many=many, capitalize_first=_capitalized)
    return made


def _count(number: int) -> str:
    return f"{number:,}"


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]
