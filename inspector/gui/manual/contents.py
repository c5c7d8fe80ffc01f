# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The manual's pages: where they lie, and the table of contents that its first page is. Knows no Qt.

The site's navigation is made from that table (packaging/manual/hooks.py).
"""

import re
from pathlib import Path
from typing import Final, NamedTuple

from inspector.core.resources import resources_folder

INDEX: Final = "index.md"
_GROUP: Final = re.compile(r"^## +(.+?) *$")
_PAGE: Final = re.compile(r"^[-*] +\[([^\]]+)\]\(([^)#\s]+\.md)\)")
_TITLE: Final = re.compile(r"^# +(.+?) *$", re.MULTILINE)
OTHERS: Final = "More"
_NOT_SLUG: Final = re.compile(r"[^\w\- ]")


class Page(NamedTuple):
    """A page: the group it stands under, its title, and its file relative to the manual's folder."""

    group: str
    title: str
    path: str


def manual_folder() -> Path | None:
    """Return the folder of the pages: beside the resources, docs/ in a checkout; None where it is absent."""
    resources = resources_folder()
    for folder in (resources / "manual", resources.parent / "docs"):
        if (folder / INDEX).is_file():
            return folder
    return None


def pages_of(index: str) -> tuple[Page, ...]:
    """Return the pages that the first page lists, in its order."""
    group, pages = "", []
    for line in index.splitlines():
        if found := _GROUP.match(line):
            group = found[1]
        elif found := _PAGE.match(line):
            pages.append(Page(group, found[1], found[2]))
    return tuple(pages)


def all_pages(folder: Path) -> tuple[Page, ...]:
    """Return the pages that are listed, then those that nobody listed: no page is out of reach."""
    listed = pages_of(read_text(folder / INDEX))
    known = {INDEX, *(page.path for page in listed)}
    others = sorted(path for path in folder.rglob("*.md") if path.relative_to(folder).as_posix() not in known)
    return (*listed, *(_unlisted(folder, path) for path in others))


def _unlisted(folder: Path, path: Path) -> Page:
    title = _TITLE.search(read_text(path))
    return Page(OTHERS, title[1] if title else path.stem, path.relative_to(folder).as_posix())


def read_text(path: Path) -> str:
    """Return a page's text; empty where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def slug(heading: str) -> str:
    """Return the anchor of a heading, as the site and code hosts write it."""
    return re.sub(r"[-\s]+", "-", _NOT_SLUG.sub("", heading).strip().lower())
