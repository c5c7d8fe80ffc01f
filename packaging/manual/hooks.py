# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What mkdocs cannot know: the table of contents, links to files beside docs/, and titles of code blocks.

Pages are written so that they read right where the code is kept, too; the differences are made even here.
"""

import posixpath
import re
import sys
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from inspector.gui.manual.contents import INDEX, all_pages

COPIED: Final = "files/"  # where files that lie beside docs/ go, so that a link to them leads somewhere
_OUTSIDE: Final = re.compile(r"\]\((?P<up>(?:\.\./)+)(?P<path>[^)#\s]+)(?P<anchor>#[^)\s]*)?\)")
_FENCE: Final = re.compile(r"^```(?P<kind>\w+) +(?P<title>[^\s`=][^`=]*)$", re.MULTILINE)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the navigation of the first page's lists."""
    nav: list[Any] = [{"Cookie Inspector": INDEX}]
    for page in all_pages(Path(config.docs_dir)):
        group = next((held for held in nav[1:] if page.group in held), None)
        if group is None:
            nav.append({page.group: [{page.title: page.path}]})
        else:
            group[page.group].append({page.title: page.path})
    config.nav = nav
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the files beside docs/ that pages link to."""
    for page in list(files.documentation_pages()):
        for found in _OUTSIDE.finditer(page.content_string):
            inside = _beside(page.src_uri, found)
            if inside is not None and files.get_file_from_path(_copy_of(inside)) is None:
                files.append(File.generated(config, _copy_of(inside), abs_src_path=str(ROOT / inside)))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Point those links at the copies, and turn what stands behind a fence's language into its title."""

    def copied(found: re.Match[str]) -> str:
        inside = _beside(page.file.src_uri, found)
        if inside is None:
            return found[0]
        target = posixpath.relpath(_copy_of(inside), posixpath.dirname(page.file.src_uri) or ".")
        return f"]({target})"

    return _FENCE.sub(r'```\g<kind> title="\g<title>"', _OUTSIDE.sub(copied, markdown))


def _copy_of(path: str) -> str:
    """Return where a file is copied to; Markdown stays text, for its own links lead to what is no part of the site."""
    return f"{COPIED}{path}.txt" if path.endswith(".md") else COPIED + path


def _beside(source: str, found: re.Match[str]) -> str | None:
    """Return the path from the project's root of a file that is linked and lies beside docs/; None for others."""
    joined = posixpath.normpath(posixpath.join("docs", posixpath.dirname(source), found["up"] + found["path"]))
    return joined if not joined.startswith(("docs/", "..")) and (ROOT / joined).is_file() else None
