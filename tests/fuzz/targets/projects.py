# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Files that a person writes for us, lists that are imported, and the language of the filter line."""

from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from fuzz.mutation import odd_json
from fuzz.target import Target
from fuzz.targets.promises import written
from make import labels, packs, project_records, records

from inspector.capture.scenario import parse_scenario
from inspector.core.filter.completion import complete
from inspector.core.filter.editing import without
from inspector.core.filter.query import checked, fields_by_name, parse
from inspector.core.filter.subject import Around, Subject
from inspector.core.problem import InspectorError
from inspector.core.project import Project
from inspector.engine.baseline import baseline_text, read_baseline
from inspector.engine.corrections import read_corrections
from inspector.engine.demo import NOW
from inspector.engine.settings import find_settings, read_settings
from inspector.engine.visit_request import checked_url, read_pages
from inspector.history.consent import read_consent
from inspector.knowledge.overrides import read_overrides
from inspector.knowledge.packs.shelf import add_pack, read_packs
from inspector.projects.loading import read_project
from inspector.projects.saving import write_new

_SETTINGS: Final = b"""site = "shop.example"
policy = ["policy.md"]
cookies = ["state.json"]
fail-on = "error"

[levels]
undeclared-cookie = "warning"

[[known]]
name = "_shop_*"
purpose = "analytics"
reason = "ours"

[[ignore]]
rule = "undeclared-cookie"
name = "x"
reason = "known"
until = 2027-01-01
"""
_PYPROJECT: Final = b"[project]\nname = 'x'\n[tool.cookie-inspector]\nsite = 'shop.example'\n"
_OVERRIDES: Final = b"""[[cookie]]
name = "_shop_*"
match = "glob"
domain = "shop.example"
purpose = "analytics"

[[vendor]]
id = "made"
name = "Made Ads"
"""
_CORRECTIONS: Final = b"""[[label]]
name = "_shop_*"
purpose = "analytics"
reason = "our developers say so"

[[match]]
name = "sid"
declared = true
quote = "We use a cookie"
reason = "that one"
"""
_SCENARIO: Final = b"""name = "accept"
title = "Accepts everything"
[[steps]]
do = "open"
[[steps]]
do = "wait"
seconds = 2
[[steps]]
do = "click"
text = "Accept"
"""
_BASELINE: Final = b'{"format":1,"findings":[{"fingerprint":"0123456789abcdef0123456789abcdef","rule":"undeclared-cookie","name":"_ga","host":".shop.example","first_seen":"2026-11-24"}]}'
_CONSENT: Final = b"remember = true\ndays = 90\nsince = 2026-11-24T12:00:00Z\n"
_PAGES: Final = b"# pages\n/basket\nhttps://shop.test/a?b=c\n//cdn.shop.test/x\n"
_FILTERS: Final = (
    b"purpose:advertising,unknown lifetime:>1y !host:shop.test",
    b'"two words" name:_ga* age:<=30d',
    b"left:1d..2w session:yes party:third",
    b"vendor:Google verdict:undeclared -secure:no a\\ b",
)
_TOML: Final = (
    b"[[",
    b"]]",
    b"= ",
    b'"""',
    b"'''",
    b"a.b.c = 1\n",
    b"a." * 300,
    b"1979-05-27T07:32:00Z",
    b"0x",
    b"inf",
    b"nan",
    b"{a=1}",
    b"\n",
    b"[x]\n",
    b"\\U0010FFFF",
    b"[" * 900,
)
_PACKS: Final = (packs.disconnect, packs.tracker_radar, packs.trackerdb, packs.device_storage, packs.ocd_json)


def _settings(name: str, data: bytes, folder: Path) -> None:
    path = written(folder, name, data)
    found = read_settings(path, folder)
    assert found.settings is not None or found.problems, "silent"
    find_settings(folder)


def _overrides(data: bytes, folder: Path) -> None:
    found = read_overrides(written(folder, "overrides.toml", data))
    assert all(problem.what for problem in found.problems)


def _corrections(data: bytes, folder: Path) -> None:
    found = read_corrections(written(folder, "corrections.toml", data))
    assert all(problem.what for problem in found.problems)


def _scenario(data: bytes, folder: Path) -> None:
    made = parse_scenario(data, "made")
    assert made.steps


def _baseline(data: bytes, folder: Path) -> None:
    found = read_baseline(written(folder, "baseline.json", data))
    if found.baseline is None:
        assert found.problems, "silent"
    else:
        baseline_text(found.baseline)


def _consent(data: bytes, folder: Path) -> None:
    found = read_consent(written(folder, "history.toml", data))
    assert found.days is None or isinstance(found.days, int)


def _pages(data: bytes, folder: Path) -> None:
    pages = read_pages(written(folder, "pages.txt", data), "https://shop.test/")
    assert all(page.lower().startswith(("http://", "https://")) for page in pages)


def _address(data: bytes, folder: Path) -> None:
    assert checked_url(data.decode("utf-8", "surrogateescape")).lower().startswith(("http://", "https://"))


def _pack(data: bytes, folder: Path) -> None:
    """Imported, and read back; a list that lies there may be damaged as well."""
    shelf = folder / "shelf"
    written(folder, "shelf/made.json", data)
    read_packs(shelf)
    (shelf / "made.json").unlink()
    add_pack(written(folder, "handed-in", data), shelf, NOW)
    assert not read_packs(shelf).problems


@cache
def _project() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "shop.cookies-project"
        write_new(path, project_records.full_project(Path("/shop")))
        return path.read_bytes()


def _marked(project: Project) -> set[tuple[str, str, str]]:
    """What a person said of which finding; the order is not kept, and a damaged file may hold one twice."""
    held = {(mark.known.site, mark.known.fingerprint): mark.comment for mark in project.assessments}
    return {(*key, comment) for key, comment in held.items()}


def _read_project(data: bytes, folder: Path) -> None:
    """Read, and written anew with what could be read."""
    found = read_project(written(folder, "shop.cookies-project", data))
    assert all(problem.what for problem in found.problems)
    again = folder / "again.cookies-project"
    again.unlink(missing_ok=True)
    write_new(again, found.project)
    assert _marked(read_project(again).project) == _marked(found.project)


def _filter(data: bytes, folder: Path) -> None:
    """Typed, completed at every fourth place, edited, and asked of cookies."""
    line = data.decode("utf-8", "surrogateescape")
    query = parse(line)
    for subject in _SUBJECTS:
        query.holds(subject, _AROUND)
    for cursor in range(0, min(len(line), 400) + 1, 4):
        complete(line, cursor, _FIELDS, lambda field: ("Google", "a b", '"'))
    for term in query.terms[:8]:
        parse(without(line, term.start, term.end))
    assert all(0 <= fault.start <= fault.end <= len(line) and fault.message for fault in query.faults)
    checked(line)


_FIELDS: Final = fields_by_name()
_AROUND: Final = Around(records.NOW_US)
_SUBJECTS: Final = (
    Subject(records.cookie(".ads.test", "IDE", session=False), labels.DART, None),
    Subject(records.cookie("shop.test", "two words", secure=True), labels.UNKNOWN),
)

PROJECTS: Final = (
    Target("settings", "a project's settings", lambda: [_SETTINGS], partial(_settings, "cookie-inspector.toml"), _TOML),
    Target(
        "pyproject", "settings in pyproject.toml", lambda: [_PYPROJECT], partial(_settings, "pyproject.toml"), _TOML
    ),
    Target("overrides", "the user's own knowledge", lambda: [_OVERRIDES], _overrides, _TOML),
    Target("corrections", "corrections of labels and matches", lambda: [_CORRECTIONS], _corrections, _TOML),
    Target("scenario", "what a visit does", lambda: [_SCENARIO], _scenario, _TOML, refusals=(ValueError,)),
    Target("consent-file", "the answer whether to remember", lambda: [_CONSENT], _consent, _TOML),
    Target(
        "baseline",
        "findings that are known",
        lambda: [_BASELINE],
        _baseline,
        (b'"findings":', b'"fingerprint":'),
        lambda: odd_json([_BASELINE]),
    ),
    Target(
        "pages",
        "pages to visit",
        lambda: [_PAGES],
        _pages,
        (b"//", b"\n", b"@", b":0", b"[", b"?"),
        refusals=(InspectorError,),
    ),
    Target(
        "visit-address",
        "the address to visit",
        lambda: [b"shop.example", b"https://shop.example:8443/a"],
        _address,
        (b"//", b"@", b":", b"[::1]"),
        refusals=(InspectorError,),
    ),
    Target(
        "packs",
        "imported lists",
        lambda: [*(make() for make in _PACKS), packs.ocd_csv(), packs.easyprivacy(), packs.hosts_file()],
        _pack,
        (b"||", b"^", b'"categories":', b"0.0.0.0 "),
        lambda: odd_json([make() for make in _PACKS]),
        refusals=(InspectorError,),
    ),
    Target(
        "project",
        "project files of the window",
        lambda: [_project()],
        _read_project,
        (b"SQLite format 3\0", b"CREATE TABLE"),
        refusals=(InspectorError,),
    ),
    Target(
        "filter",
        "the language of the filter line",
        lambda: list(_FILTERS),
        _filter,
        (b":", b",", b"..", b">", b"<=", b"!", b'"', b"\\", b"lifetime:", b"purpose:", b"30d"),
        refusals=(InspectorError,),
    ),
)
