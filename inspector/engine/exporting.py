# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""From cookies and a policy to a dataset: what is read is judged, told as far as is asked for, and asked again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector import __version__
from inspector.core.cookie import Cookie
from inspector.core.disclosure import Disclosure
from inspector.core.evidence import Evidence
from inspector.core.finding import Attribution, DeclaredBy, Level
from inspector.core.frozen import frozen
from inspector.core.policy import Policy
from inspector.core.problem import Problem
from inspector.core.reading import Reading
from inspector.core.report import Report
from inspector.core.traits import traits_of
from inspector.datasets.answers import Answers, answers_of
from inspector.datasets.as_parquet import require_arrow
from inspector.datasets.cookie_rows import ValuesTold
from inspector.datasets.dataset import About, Dataset, records
from inspector.datasets.folder import check_target, write_dataset
from inspector.datasets.material import Held, Material, material_of
from inspector.datasets.policy_document import policy_bytes, policy_path, read_policy, told_policy
from inspector.datasets.records import plain_record
from inspector.datasets.registry import ENCODINGS, SQLITE
from inspector.datasets.rows import ToldRun, rows_of, tell_run, told_moment
from inspector.engine.auditing import AuditSources, Judging, PolicyAccess, read_cookie_sources, run_audit
from inspector.engine.dataset_facts import look_with, rules_version, telling_of
from inspector.engine.dataset_key import key_place, known_or_new
from inspector.engine.dataset_repeat import HowJudged, Judge, ask_again, open_judge
from inspector.engine.knowledge import open_knowledge, user_places
from inspector.engine.labels import labels
from inspector.engine.provenance import provenance, run_provenance
from inspector.knowledge.book import Knowledge
from inspector.knowledge.site import registrable
from inspector.rules.attribution import Attributor

if TYPE_CHECKING:
    from inspector.engine.scan import Progress

__all__ = [
    "FORMATS",
    "Export",
    "Gathered",
    "ValuesAsked",
    "check_target",
    "dataset_of",
    "export",
    "gather",
    "material_of_report",
]

FORMATS = ("dataset", *ENCODINGS, SQLITE)


class ValuesAsked(StrEnum):
    """What is to be told of values."""

    NOTHING = "nothing"
    SHAPE = "shape"
    RAW = "value"


@frozen
class Export:
    """Where a dataset goes and what it tells. ``command`` is the command line as it may be told."""

    target: Path
    format: str = "dataset"
    disclosure: Disclosure = Disclosure.REDUCED
    values: ValuesAsked = ValuesAsked.SHAPE
    replace: bool = False
    title: str | None = None
    authors: tuple[str, ...] = ()
    license: str | None = None
    vantage: str | None = None
    command: tuple[str, ...] = ()
    key: Path | None = None

    @property
    def encoding(self) -> str:
        """The encoding of the tables."""
        return "csv" if self.format == "dataset" else self.format


@frozen
class Gathered:
    """What was read and judged; ``material`` is ``None`` where nothing could be, and ``why`` says so."""

    material: Material | None
    policy: Policy | None = None
    how: HowJudged = HowJudged()
    problems: tuple[Problem, ...] = ()
    via: tuple[str, ...] = ()
    why: str = ""
    nothing: bool = False
    scanned: Reading | None = None


def gather(
    judging: Judging | None,
    sources: AuditSources,
    access: PolicyAccess | None,
    now: datetime,
    *,
    progress: "Callable[[Progress], None] | None" = None,
    program: str = f"cookie-inspector {__version__}",
) -> Gathered:
    """Read what is asked for. With a policy a site is audited; else its cookies, or all of them, are labelled."""
    book = open_knowledge(user_places())
    if judging is not None and access is not None:
        return _audited(judging, sources, access, now, book, progress)
    cookies, scanned = read_cookie_sources(sources, progress)
    problems, via = (*book.problems, *cookies.problems), cookies.recognised
    if not cookies.read:
        return Gathered(
            None, None, HowJudged(), problems, cookies.recognised, "no cookies could be read", True, scanned
        )
    material = Material(
        None if judging is None else registrable(judging.site),
        now,
        program,
        book.version,
        book.date,
        (),
        rules=rules_version(),
        inputs=cookies.inputs,
        problems=problems,
        evidence=cookies.evidence,
        visits=cookies.evidence.recorded,
    )
    if judging is None:
        found = _all_cookies(material, cookies.cookies, book)
    else:
        found = _site_cookies(material, judging, cookies.cookies, book)
    return Gathered(found, None, HowJudged(), problems, via, scanned=scanned)


def _audited(
    judging: Judging,
    sources: AuditSources,
    access: PolicyAccess,
    now: datetime,
    book: Knowledge,
    progress: "Callable[[Progress], None] | None",
) -> Gathered:
    outcome = run_audit(judging, sources, access, now, progress=progress, knowledge=book)
    report = outcome.report
    if report is None:
        why, nothing = outcome.why, outcome.nothing
        return Gathered(None, None, HowJudged(), outcome.problems, outcome.via, why, nothing, outcome.scanned)
    material = material_of_report(report, outcome.evidence, rules_version())
    return Gathered(
        material, report.policy, how_judged(judging, report), report.problems, outcome.via, scanned=outcome.scanned
    )


def material_of_report(report: Report, evidence: Evidence, rules: str | None) -> Material:
    """Return an audit as the material of a run; what recordings show of other sites stays behind."""
    return material_of(report, evidence.of_pages(Attributor(report.domains, evidence).shows), rules)


def how_judged(judging: Judging, report: Report) -> HowJudged:
    """Return how a report was judged, as a dataset keeps it."""
    parts = sum(1 for given in report.measured.inputs if given.kind == "policy")
    return HowJudged(
        judging.declared_by,
        judging.strict_lifetime,
        judging.in_force,
        judging.levels,
        judging.settings.lifetime,
        not report.standing.missing,
        parts,
    )


def export_report(report: Report, evidence: Evidence, asked: Export) -> Dataset:
    """Write an audit that was made before as a dataset: what the window calls."""
    told = Evidence(only_this_site=dict(report.measured.options).get("only_this_site") == "true")
    material = material_of_report(report, Evidence.joined((evidence, told)), rules_version())
    return export(Gathered(material, report.policy, _how_of(report)), asked)


def _how_of(report: Report) -> HowJudged:
    """How a report says that it was judged; a project's limits are not in it, and what rests on them repeats not."""
    options = dict(report.measured.options)
    levels = {
        name[6:]: None if word == "off" else Level(word) for name, word in options.items() if name[:6] == "level."
    }
    return HowJudged(
        DeclaredBy(options.get("declared_by", DeclaredBy.PURPOSE)),
        options.get("strict_lifetime") == "true",
        options.get("in_force") == "true",
        levels,
        (),
        not report.standing.missing,
        max(1, sum(1 for given in report.measured.inputs if given.kind == "policy")),
    )


def _all_cookies(material: Material, cookies: Sequence[Cookie], book: Knowledge) -> Material:
    """Every cookie, each labelled as a scan does: seen from the site of its partition, where it has one."""
    told = open_judge(book).classifier.classify_all(map(traits_of, cookies))
    return replace(material, cookies=tuple(map(Held, cookies, told)), evidence=_without_visits(material.evidence))


def _without_visits(evidence: Evidence) -> Evidence:
    return Evidence((), evidence.sightings, evidence.only_this_site)


def _site_cookies(material: Material, judging: Judging, cookies: Sequence[Cookie], book: Knowledge) -> Material:
    """The cookies that are tied to a site, and how many are not."""
    site = registrable(judging.site)
    domains = (site, *(domain for domain in map(registrable, judging.also) if domain != site))
    evidence = Evidence.joined((material.evidence, Evidence(only_this_site=judging.only_this_site)))
    attributor = Attributor(domains, evidence)
    ties = [(cookie, attributor.attribute(cookie)) for cookie in cookies]
    tied = [(cookie, tie) for cookie, tie in ties if tie.judged]
    told = labels(book)([cookie for cookie, _ in tied], site)
    own = evidence.of_pages(attributor.shows)
    return replace(
        material,
        domains=domains,
        cookies=tuple(Held(cookie, label, tie) for (cookie, tie), label in zip(tied, told, strict=True)),
        evidence=own,
        aside=sum(1 for _, tie in ties if tie is Attribution.UNKNOWN),
        elsewhere=sum(1 for _, tie in ties if tie is Attribution.ELSEWHERE),
        visits=own.recorded,
    )


def export(gathered: Gathered, asked: Export) -> Dataset:
    """Write what was gathered as a dataset, and return it. Raises where it cannot be written."""
    dataset = dataset_of(gathered, asked)
    write_dataset(dataset, asked.target, asked.encoding, replace=asked.replace)
    return dataset


def dataset_of(gathered: Gathered, asked: Export, judge: Judge | None = None) -> Dataset:
    """Return what was gathered as a dataset: facts as far as they are told, answers, and which of them repeat."""
    material = gathered.material
    if material is None:
        raise ValueError("nothing was gathered")
    judge = judge or open_judge(open_knowledge(user_places()))
    telling = telling_of(asked.disclosure, gathered.policy)
    told = tell_run(material, telling, _values(asked, material, judge))
    run = next(records(told.facts, "runs"))
    documents: dict[str, bytes] = {}
    policy: Policy | None = None
    if gathered.policy is not None:
        documents[policy_path(told.run_id)] = data = policy_bytes(told_policy(gathered.policy, telling))
        policy = read_policy(data, list(records(told.facts, "claims")))  # asked again is what is stored, and no more
    repeated = ask_again(told.facts, run, policy, gathered.how, judge)
    about = _about(asked, material, told)
    said = run_provenance(told, plain_record(gathered.how), next(iter(documents), None), _repeats(told, repeated))
    held = provenance(about, asked.command, {told.run_id: said}, telling.full)
    return Dataset(about, rows_of(told, repeated), held, documents)


def _values(asked: Export, material: Material, judge: Judge) -> ValuesTold:
    """What is told of values. A key is made only where there is a value to be marked."""
    if asked.values is ValuesAsked.NOTHING or all(held.cookie.value is None for held in material.cookies):
        return ValuesTold()
    marks = known_or_new(key_place() if asked.key is None else asked.key)
    return ValuesTold(look_with(judge.classifier), marks, asked.values is ValuesAsked.RAW)


def _about(asked: Export, material: Material, told: ToldRun) -> About:
    of = material.site or "all sites"
    title = asked.title or f"Cookies of {of}"
    return About(
        title,
        told_moment(material.now, told.telling).date(),
        material.program,
        asked.disclosure,
        asked.authors,
        asked.license,
        asked.vantage,
    )


def _repeats(told: ToldRun, repeated: Answers) -> Mapping[str, Any]:
    """How many answers repeat, of how many; and findings that only the told facts give, by their ids."""
    first = answers_of(told.cookies, told.material.report)
    return {
        "labels": _of(first.labels, repeated.labels),
        "verdicts": _of(first.verdicts, repeated.verdicts),
        "claims": _of(first.claims, repeated.claims),
        "findings": _of(first.findings, repeated.findings),
        "findings_only_repeated": sorted(repeated.findings.keys() - first.findings.keys()),
    }


def _of(first: Mapping[str, Any], repeated: Mapping[str, Any]) -> list[int]:
    return [sum(1 for name, answer in first.items() if answer.repeats(repeated.get(name))), len(first)]


def require_parquet() -> None:
    """Raise where Parquet cannot be written here, with what to install; asked before anything is read."""
    require_arrow()
