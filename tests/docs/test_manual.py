# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The manual: its pages are those of today's program, links lead somewhere, nothing is fetched, tours can be walked."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from make.qt import QT_MISSING

from inspector.gui.manual.contents import all_pages, pages_of

ROOT = Path(__file__).resolve().parents[2]
DOCS, MANUAL = ROOT / "docs", ROOT / "packaging" / "manual"
pytestmark = pytest.mark.skipif(
    not (DOCS / "index.md").is_file() or not MANUAL.is_dir(), reason="docs/ and packaging/ are not beside the tests"
)
if MANUAL.is_dir():
    sys.path.insert(0, str(MANUAL))
    from bookmaker import commands, pictures, rules, tours

_PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")
_ASKED_FOR = re.compile(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=[\"'](?:https?:)?//[^\"']*", re.IGNORECASE)
needs_bash = pytest.mark.skipif(
    not Path("/bin/bash").exists(), reason="the tours' commands are for bash, which is absent"
)


@pytest.mark.parametrize("name", ["commands", "rules"])
def test_pages_made_from_the_program_are_not_stale(name: str) -> None:
    """``UPDATE_SNAPSHOTS=1`` or ``python packaging/manual`` writes them anew."""
    page, made = DOCS / f"{name}.md", {"commands": commands, "rules": rules}[name].page()
    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        page.write_text(made, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == made


def test_the_first_page_lists_no_page_twice_and_reaches_all() -> None:
    listed = [page.path for page in pages_of((DOCS / "index.md").read_text(encoding="utf-8"))]
    assert len(listed) == len(set(listed))
    assert [path for path in listed if not (DOCS / path).is_file()] == []
    found = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} - {"index.md"}
    assert {page.path for page in all_pages(DOCS)} == found


@pytest.mark.skipif(bool(QT_MISSING), reason=QT_MISSING or "Qt loads")
def test_pictures_show_scenes_that_there_are() -> None:
    from gallery.looks import LOOKS
    from gallery.scenes import SCENES

    scenes, looks = {scene.name for scene in SCENES}, {look.name for look in LOOKS}
    assert [name for name, scene, look in pictures.PICTURES if scene not in scenes or look not in looks] == []


def test_pictures_are_small_and_each_is_shown() -> None:
    made = {DOCS / "images" / f"{name}.webp" for name, _, _ in pictures.PICTURES}
    assert set((DOCS / "images").iterdir()) == made
    assert [path.name for path in made if path.stat().st_size > pictures.LARGEST] == []
    shown = {
        (page.parent / found).resolve()
        for page in DOCS.rglob("*.md")
        for found in _PICTURE.findall(page.read_text(encoding="utf-8"))
    }
    assert made == shown


@pytest.mark.skipif(find_spec("material") is None, reason="mkdocs-material is not installed (pip install -e '.[docs]')")
def test_the_site_is_built_without_a_dead_link_and_fetches_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(ROOT / "mkdocs.yml"), "-d", str(site)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=110)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted(site.rglob("*.html"))
    assert len(pages) >= len(all_pages(DOCS))
    asked = [(page.name, found) for page in pages for found in _ASKED_FOR.findall(page.read_text(encoding="utf-8"))]
    assert asked == []
    assert (site / "files" / "resources" / "schemas" / "audit.schema.json").is_file()


@needs_bash
@pytest.mark.parametrize("name", ["end-user.md", "qa-tester.md", "researcher.md"])
def test_a_tour_can_be_walked_word_by_word(name: str, tmp_path: Path) -> None:
    if name == "researcher.md" and find_spec("pyarrow") is None:
        pytest.skip("pyarrow is not installed (pip install -e '.[research]')")
    assert tours.walk(DOCS / "tours" / name, tmp_path / "walk", window=not QT_MISSING) >= 4


@needs_bash
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("```sh\nfalse\n```\n", "left with 1, not 0"),
        ("```sh exit 3\ntrue\n```\n", "left with 0, not 3"),
        ("```sh\nfalse\ntrue\n```\n", "left with 1, not 0"),
        ("```sh\necho a\n```\n\n```text output\nb\n```\n", "not printed, or not in this order: b"),
        ("```sh\necho a; echo b\n```\n\n```text output\nb\na\n```\n", "not printed, or not in this order: a"),
    ],
)
def test_a_tour_that_does_not_hold_is_told_with_its_line(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "tour.md").write_text(f"# A tour\n\n{text}", encoding="utf-8")
    with pytest.raises(tours.TourError, match=rf"tour\.md:\d+: {told}"):
        tours.walk(tmp_path / "tour.md", tmp_path / "walk")
