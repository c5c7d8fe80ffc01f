# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Everything that a visit can be saved as. A format more in the registry is an entry more here; values are in none."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from inspector.core.moments import from_datetime
from inspector.core.visit import Phase
from inspector.gui.audit.source import FORMATS, write_report
from inspector.gui.translation import QT_TRANSLATE_NOOP
from inspector.gui.visit.source import Seen
from inspector.gui.whole_file import write_whole
from inspector.reports.api import Look
from inspector.reports.registry import READINGS, RECEIPTS, VISIT_FORMATS, VISITS

RECORD: Final = "record"
VISIT: Final = QT_TRANSLATE_NOOP("visit", "&Report on the visit")
AUDIT: Final = QT_TRANSLATE_NOOP("visit", "Report on the &audit")
RECEIPT: Final = QT_TRANSLATE_NOOP("visit", "Receipt of the re&fusal")


class Saves(NamedTuple):
    """One thing to save: ``menu`` is the submenu it stands in, ``ending`` what its file ends with, empty for a folder.

    ``there`` says whether what is shown has it, ``write`` writes it and returns where.
    """

    key: str
    menu: str
    title: str
    ending: str
    there: Callable[[Seen], bool]
    write: Callable[[Seen, Path], Path]


def was_refused(seen: Seen) -> bool:
    """Whether somebody refused in the visit, so that there can be a receipt of it."""
    return any(run.span(Phase.REFUSED) is not None for run in seen.report.record.runs)


def _always(seen: Seen) -> bool:
    return True


def _look(seen: Seen) -> Look:
    from inspector.engine.domains import site_of

    return Look(from_datetime(seen.report.now), site_of, with_values=False, styled=False)


def _record(seen: Seen, target: Path) -> Path:
    from inspector.engine.visit_export import copy_visit

    return copy_visit(seen.visited, target)


def _har(seen: Seen, target: Path) -> Path:
    from inspector.engine.visit_export import write_visit_har

    return write_whole(target, lambda out: write_visit_har(seen.visited, out), "The HAR")


def _cookies(name: str) -> Callable[[Seen, Path], Path]:
    def write(seen: Seen, target: Path) -> Path:
        look = _look(seen)
        return write_whole(target, lambda out: READINGS[name]()(seen.visited.found.reading, look, out), "The cookies")

    return write


def _visit(name: str) -> Callable[[Seen, Path], Path]:
    def write(seen: Seen, target: Path) -> Path:
        look = _look(seen)
        return write_whole(target, lambda out: VISITS[name]()(seen.report, look, out), "The report")

    return write


def _audit(name: str) -> Callable[[Seen, Path], Path]:
    def write(seen: Seen, target: Path) -> Path:
        if seen.audit is None:
            raise LookupError("an audit is saved only where there is one")
        return write_report(seen.audit.report, name, target, seen.report.now)

    return write


def _receipt(ending: str) -> Callable[[Seen, Path], Path]:
    def write(seen: Seen, target: Path) -> Path:
        from inspector.engine.visit_report import receipt_of

        receipt = receipt_of(seen.report)
        return write_whole(target, lambda out: RECEIPTS[ending]()(receipt, out), "The receipt")

    return write


_RECEIPT_TITLES: Final = {
    ".html": QT_TRANSLATE_NOOP("visit", "Web page (&HTML)"),
    ".md": QT_TRANSLATE_NOOP("visit", "&Markdown"),
}
SAVES: Final = (
    Saves(RECORD, "", QT_TRANSLATE_NOOP("visit", "The &visit's folder, to open again"), "", _always, _record),
    Saves("har", "", QT_TRANSLATE_NOOP("visit", "&HAR"), "har", _always, _har),
    Saves("cookies-json", "", QT_TRANSLATE_NOOP("visit", "Cookies (&JSON)"), "json", _always, _cookies("json")),
    Saves("cookies-csv", "", QT_TRANSLATE_NOOP("visit", "Cookies (&CSV)"), "csv", _always, _cookies("csv")),
    *(
        Saves(f"visit-{held.name}", VISIT, held.title, held.ending, _always, _visit(held.name))
        for held in VISIT_FORMATS
        if held.title
    ),
    *(
        Saves(
            f"audit-{held.name}", AUDIT, held.title, held.ending, lambda seen: seen.audit is not None, _audit(held.name)
        )
        for held in FORMATS
    ),
    *(
        Saves(
            f"receipt{ending}", RECEIPT, _RECEIPT_TITLES.get(ending, ending), ending[1:], was_refused, _receipt(ending)
        )
        for ending in RECEIPTS
    ),
)


def file_name(seen: Seen, saves: Saves) -> str:
    """Return a name for what is saved; nothing of a site's name in it leads to another folder."""
    host = seen.visited.found.record.url if seen.visited.found.record is not None else ""
    safe = "".join(character if character.isalnum() or character in ".-" else "_" for character in _host(host))
    what = saves.key.partition("-")[0].partition(".")[0] if saves.key != RECORD else "visit"
    day = seen.report.now.strftime("%Y%m%d-%H%M%S")
    name = f"{what}-{safe[:100]}-{day}"
    return f"{name}.{saves.ending}" if saves.ending else name


def _host(url: str) -> str:
    from urllib.parse import urlsplit

    try:
        return urlsplit(url).hostname or "site"
    except ValueError:
        return "site"
