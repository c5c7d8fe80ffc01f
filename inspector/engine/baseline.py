# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A baseline: the findings that a project has accepted for now, so that a check fails on new ones only.

The file holds no value, no id and no time, and its order does not depend on the run: made again from the same findings
it is the same bytes. A known finding that has become graver than it was accepted is new.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from inspector.core.finding import BaselineState, Finding, Level
from inspector.core.fingerprint import VERSION, cookie_parts, fingerprint
from inspector.core.frozen import frozen
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.core.project import Assessment, Stance
from inspector.core.report import DISCLAIMER, BaselineCheck, KnownFinding, Report
from inspector.core.visible import visible
from inspector.engine.threshold import measured_whole
from inspector.projects.database import is_project
from inspector.projects.loading import read_project
from inspector.readers.audits import is_audit, read_audit
from inspector.readers.stable import Unreadable, read_bytes

FORMAT: Final = "cookie-inspector-baseline"
_LIMIT: Final = 64 * 1024 * 1024  # bytes
_MAKE: Final = "Make it with --update-baseline"
_MAKE_ANEW: Final = "Make it anew: take the file away and run with --update-baseline"
_TEXT: Final = 400  # characters of one text
_ABOUT: Final = ("cookie", "host", "partition", "sentence", "subject")
_DECIDED: Final = (Stance.AGREED, Stance.NOT_AGREED)
_LEVELS: Final = {level.value: level for level in Level}


@frozen
class Baseline:
    """The findings of a baseline, of one or several sites; ``location`` is its file.

    ``report``: it is a saved report, whose findings are known in the same way; such a file is never written over.
    """

    location: str
    findings: tuple[KnownFinding, ...] = ()
    report: bool = False

    def of_site(self, site: str) -> Mapping[str, KnownFinding]:
        """Return the findings of one site by fingerprint."""
        return {known.fingerprint: known for known in self.findings if known.site == site}


@frozen
class BaselineReading:
    """A baseline, ``None`` where it cannot be used, and why."""

    baseline: Baseline | None
    problems: tuple[Problem, ...] = ()


def read_baseline(path: Path) -> BaselineReading:
    """Read a baseline, or a saved report or project as one. A damaged one is not used: what it lost would be new again.

    Of a project all findings are known that a person said something of, but for those that are still to be decided.
    """
    try:
        if is_project(path):
            return _of_project(path)
        document = json.loads(read_bytes(path, _LIMIT).decode("utf-8-sig"))
        if is_audit(document):
            return _of_report(document, path)
        return BaselineReading(Baseline(str(path), tuple(_findings(document))))
    except Unreadable as error:
        absent = error.problem.code == "not-found"
        return _refused(path, f"it {error.problem.what}", _MAKE if absent else "Name a file that you may read")
    except json.JSONDecodeError as error:
        return _refused(path, f"it is no JSON at line {error.lineno}: damaged, or two versions not merged", _MAKE_ANEW)
    except UnicodeDecodeError:
        return _refused(path, "it is no text in UTF-8", _MAKE_ANEW)
    except RecursionError:
        return _refused(path, "it is nested too deeply", _MAKE_ANEW)
    except ValueError as error:
        return _refused(path, str(error), _MAKE_ANEW)


def known_finding(finding: Finding, site: str) -> KnownFinding:
    """Return what a baseline keeps of a finding."""
    name, host, partition = ("", "", "") if finding.subject else (*cookie_parts(finding.cookie), "", "")[:3]
    sentence = "" if finding.claim is None or finding.cookie is not None else finding.claim.quote.text
    texts = (visible(" ".join(text.split()), _TEXT) for text in (name, host, partition, sentence, finding.subject))
    return KnownFinding(fingerprint(finding, site), finding.code, finding.name, finding.level, site, *texts)


def compare_with(report: Report, baseline: Baseline) -> Report:
    """Return a report in which each finding is new or known, with what is gone and a note that says so."""
    known = baseline.of_site(report.site)
    findings = tuple(finding._replace(baseline=_state(finding, known, report.site)) for finding in report.findings)
    new = sum(finding.baseline is BaselineState.NEW for finding in findings)
    gone = tuple(_gone(report, known)) if measured_whole(report) else ()
    check = BaselineCheck(baseline.location, new, len(findings) - new, gone)
    notice = f"Compared with the baseline {visible(baseline.location, 200)}: {new} new, {check.known} known, "
    notice += f"{len(gone)} gone." if measured_whole(report) else "gone ones are not told, for not all was measured."
    problems = (*report.problems, _left(baseline.location, len(gone))) if gone else report.problems
    return replace(report, findings=findings, baseline=check, notices=_with(report.notices, notice), problems=problems)


def updated(report: Report, baseline: Baseline) -> Baseline:
    """Return the baseline with this report's findings. What was not measured now is kept: other sites, rules that are
    off, and all that was known where something could not be read.
    """
    now: dict[str, KnownFinding] = {}
    for finding in report.findings:
        known = known_finding(finding, report.site)
        held = now.get(known.fingerprint)
        if held is None or held.level.rank < known.level.rank:
            now[known.fingerprint] = known
    gone = {known.fingerprint for known in _gone(report, baseline.of_site(report.site))}
    dropped = gone if measured_whole(report) else frozenset()
    kept = [known for known in baseline.findings if known.fingerprint not in now and known.fingerprint not in dropped]
    return Baseline(baseline.location, tuple(sorted((*kept, *now.values()), key=_order)))


def baseline_text(baseline: Baseline) -> str:
    """Return the file: a finding on a line, in an order that a version control's diff can follow."""
    return _text_of([_object(known) for known in baseline.findings])


def _text_of(objects: Sequence[Mapping[str, str]]) -> str:
    head = {"name": FORMAT, "version": VERSION}
    lines = ",\n".join(f"    {json.dumps(held)}" for held in objects)
    findings = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "format": {json.dumps(head)},\n  "findings": {findings}\n}}\n'


def marks_text(assessments: Iterable[Assessment]) -> str:
    """Return a person's marks as a file that is a baseline, too: each finding with what was said of it.

    Whoever reads it as a baseline takes all of them for known, so those to be decided are left out of it.
    """
    held = sorted((it for it in assessments if it.stance in _DECIDED), key=lambda it: _order(it.known))
    objects = [_object(it.known) | {name: said for name, said in _said(it) if said} for it in held]
    return _text_of(objects)


def _said(held: Assessment) -> tuple[tuple[str, str], ...]:
    return ("mark", str(held.stance or "")), ("comment", held.comment), ("author", held.author)


def _with(notices: tuple[str, ...], notice: str) -> tuple[str, ...]:
    """The disclaimer stays the last."""
    at = len(notices) - 1 if notices and notices[-1] == DISCLAIMER else len(notices)
    return (*notices[:at], notice, *notices[at:])


def _of_project(path: Path) -> BaselineReading:
    """What a person decided is known. A damaged project is refused: what it lost would come back as new."""
    try:
        read = read_project(path)
    except InspectorError as error:
        return _refused(path, error.message, error.what_to_do)
    if read.problems:
        return BaselineReading(None, read.problems)
    known = {held.known.fingerprint: held.known for held in read.project.assessments if held.stance in _DECIDED}
    return BaselineReading(Baseline(str(path), tuple(sorted(known.values(), key=_order)), report=True))


def _of_report(document: Mapping[str, Any], path: Path) -> BaselineReading:
    """What a saved report found is known; what its settings had set aside is not."""
    reading = read_audit(document, path)
    if reading.audit is None or reading.problems:
        return BaselineReading(None, reading.problems)
    held = reading.audit
    known = {found.fingerprint: found for found in (known_finding(it, held.site) for it in held.findings)}
    return BaselineReading(Baseline(str(path), tuple(sorted(known.values(), key=_order)), report=True))


def _state(finding: Finding, known: Mapping[str, KnownFinding], site: str) -> BaselineState:
    held = known.get(fingerprint(finding, site))
    accepted = held is not None and finding.level.rank <= held.level.rank
    return BaselineState.KNOWN if accepted else BaselineState.NEW


def _gone(report: Report, known: Mapping[str, KnownFinding]) -> Iterator[KnownFinding]:
    """Yield what was looked for and not found; what is ignored now is there, and a rule that is off looked for none."""
    ignored = (held.finding for held in report.ignored)
    found = {fingerprint(finding, report.site) for finding in (*report.findings, *ignored)}
    off = {name.removeprefix("level.") for name, value in report.measured.options if value == "off"}
    return (held for mark, held in known.items() if mark not in found and held.code not in off)


def _left(location: str, gone: int) -> Problem:
    what = f"{gone} of the baseline {'is' if gone == 1 else 'are'} gone"
    return Problem("baseline-gone", what, location, "", "Run with --update-baseline", Severity.NOTE, gone)


def _order(known: KnownFinding) -> tuple[str, ...]:
    about = (known.host, known.cookie, known.partition, known.sentence, known.subject)
    return (known.site, known.code, *about, known.fingerprint)


def _object(known: KnownFinding) -> dict[str, str]:
    """What a person reads first comes first; what is empty is left out."""
    fields = known._asdict()
    mark = fields.pop("fingerprint")
    return {**{key: str(value) for key, value in fields.items() if value}, "fingerprint": mark}


def _findings(document: Any) -> Iterator[KnownFinding]:
    head = document.get("format") if isinstance(document, dict) else None
    if not isinstance(head, dict) or head.get("name") != FORMAT:
        raise ValueError("it is not a baseline of this program")
    if head.get("version") != VERSION:
        raise ValueError(f"it is of version {visible(str(head.get('version')), 20)}; this program reads {VERSION}")
    entries: Any = document.get("findings")
    if not isinstance(entries, list):
        raise ValueError("its findings are not a list")
    return _known(entries)


def _known(entries: Iterable[Any]) -> Iterator[KnownFinding]:
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
            raise ValueError(f"finding {number} is not an object of texts")
        try:
            level = _LEVELS[entry["level"]]
            head = (entry["fingerprint"], entry["code"], entry["name"], level, entry["site"])
        except KeyError as error:
            raise ValueError(f"finding {number} lacks or misspells {visible(str(error), 40)}") from error
        yield KnownFinding(*head, *(entry.get(key, "") for key in _ABOUT))


def _refused(path: Path, why: str, what_to_do: str) -> BaselineReading:
    problem = Problem("baseline-unreadable", "the baseline cannot be used", str(path), why, what_to_do, Severity.FAILED)
    return BaselineReading(None, (problem,))
