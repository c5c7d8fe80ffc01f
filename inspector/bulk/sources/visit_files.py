# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A folder of visits, a file for each: tracker-radar-collector's, website-evidence-collector's, HAR and the like.

Each file is read as every other command reads it, told by its content; other files that lie about are passed over.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inspector.bulk.records import VisitReading
from inspector.bulk.sources.api import Chunk, chunks_of_visits
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading
from inspector.engine.cookie_files import read_cookies

ENDINGS: Final = (".json", ".har")
_FILES: Final = 200  # of a part


@dataclass(frozen=True)
class VisitFiles:
    """Some files of a folder."""

    folder: str
    files: tuple[str, ...]
    splits_visits: bool = False

    @property
    def input(self) -> str:
        """The folder."""
        return self.folder

    def chunks(self, *, audits: bool) -> Iterator[Chunk]:
        """Yield the cookies of the files."""
        del audits  # the records are there in any case
        yield from chunks_of_visits(map(_read, self.files), self.folder)


def _read(file: str) -> tuple[VisitReading, str]:
    found = read_cookies(Path(file))
    if not found.kind:
        why = next((held.why for held in found.reading.problems if held.why), "")
        skipped = Problem("visit-skipped", "it was not read as a visit", file, why, "", Severity.PARTIAL)
        return VisitReading(file, file, None, Reading(problems=(skipped,))), ""
    visits = found.reading.evidence.visits
    return VisitReading(file, file, visits[0].page if visits else None, found.reading), found.title


def visit_files(path: Path) -> tuple[VisitFiles, ...]:
    """Return the parts of a folder (also of folders in it), or of one file; none where it holds no such file."""
    if path.is_file():
        return (VisitFiles(str(path), (str(path),)),)
    files = sorted(
        str(held) for held in path.rglob("*") if held.suffix.lower() in ENDINGS and held.is_file() and _is_meant(held)
    )
    return tuple(VisitFiles(str(path), tuple(files[at : at + _FILES])) for at in range(0, len(files), _FILES))


def _is_meant(file: Path) -> bool:
    """Whether a file can be a visit: collectors put others beside it."""
    if file.name == "metadata.json":  # tracker-radar-collector's on the crawl as a whole
        return False
    beside = file.with_name("inspection.json")
    return file.name == "inspection.json" or not beside.exists()
