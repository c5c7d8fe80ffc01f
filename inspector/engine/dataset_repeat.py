# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Asks the facts of a dataset again: labels and an audit from nothing but its rows.

Done when a dataset is made, so that it can say what of it repeats, and when it is verified.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from inspector.classify.shapes import Kind
from inspector.core.consent import Consent
from inspector.core.cookie import Cookie
from inspector.core.evidence import Evidence, Visit
from inspector.core.finding import CookieRef, DeclaredBy, Level
from inspector.core.frozen import frozen
from inspector.core.label import Group, Label
from inspector.core.moments import SECOND_US, to_datetime
from inspector.core.policy import Policy
from inspector.core.traits import traits_of
from inspector.datasets.answers import Answers, answers_by
from inspector.datasets.cells import CellError
from inspector.datasets.dataset import Rows, records
from inspector.datasets.material import Held
from inspector.datasets.stored_cookies import StoredCookie, stored_cookie
from inspector.engine.audit import AuditRequest, audit
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import OptOutMatch, OptOutSays
from inspector.rules.case import Options
from inspector.rules.limits import LifetimeLimit

if TYPE_CHECKING:
    from inspector.classify.classifier import Classifier


@frozen
class HowJudged:
    """How a run was judged, as a dataset keeps it."""

    declared_by: DeclaredBy = DeclaredBy.PURPOSE
    strict_lifetime: bool = False
    in_force: bool = False
    levels: Mapping[str, Level | None] = field(default_factory=dict)
    limits: tuple[LifetimeLimit, ...] = ()
    whole: bool = True
    parts: int = 1

    @property
    def options(self) -> Options:
        """The options of the audit."""
        return Options(self.declared_by, self.strict_lifetime, self.in_force, self.levels, self.limits)


@frozen
class Judge:
    """What answers: the classifier and the knowledge that it rests on."""

    classifier: "Classifier"
    knowledge: Knowledge


def open_judge(knowledge: Knowledge) -> Judge:
    """Return what answers by the program's model and this knowledge."""
    from inspector.classify.classifier import load_classifier
    from inspector.core.resources import resources_folder

    return Judge(load_classifier(resources_folder(), knowledge), knowledge)


def ask_again(facts: Rows, run: Mapping[str, Any], policy: Policy | None, how: HowJudged, judge: Judge) -> Answers:
    """Return the answers that the facts of one run give; ``policy`` is ``None`` where it was not audited.

    Raises :class:`CellError` where the rows hold what no cookie can be made of.
    """
    run_id = run["run_id"]
    try:
        stored = [stored_cookie(row) for row in records(facts, "cookies") if row["run_id"] == run_id]
    except ValueError as error:  # a word that no enumeration has
        raise CellError("a cookie holds what no cookie can") from error
    asked = _Asked(stored, judge, run["site"])
    if policy is None:
        held = [Held(one.cookie, asked.label(one.cookie)) for one in stored]
        return answers_by(zip((one.id for one in stored), held, strict=True), {}, None)
    consents = [row for row in records(facts, "consents") if row["run_id"] == run_id]
    now = to_datetime(run["judged_at"])
    if now is None or run["site"] is None:
        raise CellError("the run names no moment or no site")
    return asked.audited(run, policy, how, consents, now)


class _Asked:
    """One run's cookies, made again, and what is asked of them."""

    def __init__(self, stored: Sequence[StoredCookie], judge: Judge, site: str | None) -> None:
        self._stored = stored
        self._judge = judge
        self._site = site
        self._by_identity = {id(one.cookie): one for one in stored}

    def label(self, cookie: Cookie) -> Label:
        """Label a cookie by its facts and by what its value showed."""
        one, classifier = self._by_identity[id(cookie)], self._judge.classifier
        kind = classifier.kind_of(traits_of(cookie, self._site))
        try:
            shape = None if one.kind is None else Kind(one.kind)
        except ValueError as error:
            raise CellError("a value has a shape that this version does not know") from error
        return classifier.label_of(kind._replace(shape=shape, out=self._opt_out(one)))

    def _opt_out(self, one: StoredCookie) -> OptOutMatch | None:
        """What name and value said of opting out: the entry by the name, and what the value meant."""
        cookie = one.cookie
        by_name = self._judge.knowledge.opt_out_state(cookie.name, cookie.host, None)
        if one.kind is None:  # the value was not read
            return by_name
        if one.opt_out is None:
            return None
        try:
            said = OptOutSays(one.opt_out)
        except ValueError as error:
            raise CellError("a value says of opting out what this version does not know") from error
        if by_name is None:
            return OptOutMatch(said, False, "its value says so")
        return replace(by_name, state=said)

    def audited(
        self,
        run: Mapping[str, Any],
        policy: Policy,
        how: HowJudged,
        consents: Sequence[Mapping[str, Any]],
        now: datetime,
    ) -> Answers:
        """Audit the cookies again."""
        request = AuditRequest(
            run["site"], tuple(run["domains"][1:]), how.options, run["program"], how.whole, how.parts
        )
        report = audit(
            request,
            [one.cookie for one in self._stored],
            policy,
            self._judge.knowledge,
            lambda cookies, site: [self.label(cookie) for cookie in cookies],
            now,
            evidence=self._evidence(run),
            consents=self._consents(consents),
        )
        ids = {row.ref.id: self._by_identity[id(row.cookie)].id for row in report.cookies}
        held = [
            (self._by_identity[id(row.cookie)].id, Held(row.cookie, row.label, row.attribution, row))
            for row in report.cookies
        ]
        return answers_by(held, ids, report)

    def _evidence(self, run: Mapping[str, Any]) -> Evidence:
        sightings = {one.cookie.key: one.seen for one in self._stored if one.seen is not None}
        visits = tuple(Visit(page) for page in run["visited"])
        return Evidence(visits, MappingProxyType(sightings), only_this_site=run["only_this_site"])

    def _consents(self, rows: Sequence[Mapping[str, Any]]) -> tuple[Consent, ...]:
        refs = {one.id: CookieRef.of(one.cookie) for one in self._stored}
        try:
            return tuple(_consent(row, refs[row["cookie_id"]]) for row in rows)
        except (KeyError, ValueError) as error:
            raise CellError("a consent is of no cookie, or holds what no consent can") from error


def _consent(row: Mapping[str, Any], ref: CookieRef) -> Consent:
    choices = {Group(group): True for group in row["allowed"]} | {Group(group): False for group in row["refused"]}
    return Consent(
        row["tool"],
        ref,
        MappingProxyType(choices),
        row["made"],
        row["made_why"] or "",
        round(row["precision_seconds"] * SECOND_US),
        row["active"],
        row["sale_opt_out"],
        tuple(int(section) for section in row["sections"]),
    )
