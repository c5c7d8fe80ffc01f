# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""From the runs of a visit to cookies and to what proves them: the best evidence that an audit can have.

The runs of one browser, in both modes, are one store: a cookie that both keep is one cookie, which both prove. A cookie
is what the browser held at the end of a phase. One that came and went between two looks is in the biographies only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from inspector.capture.derive import Replayed
from inspector.capture.derive_stories import Identity, Life, When, writer_of
from inspector.capture.events import HeaderWrite
from inspector.capture.parts import AskedCookie, HeldCookie, PartitionKey
from inspector.core.cookie import Cookie, CookieKey, RowProblem, SourceScheme, SourceType, ValueState
from inspector.core.evidence import Choice, Evidence, Refusal, SetAfter, Sighting, Visit
from inspector.core.isolation import NOT_ISOLATED, Isolation, Partition
from inspector.core.lifetime import CAP_US, LifetimeBasis
from inspector.core.moments import SECOND_US
from inspector.core.origin import origin_of
from inspector.core.secret import Secret
from inspector.core.store import Family, StoreRef
from inspector.core.visit import Phase, VisitRecord, VisitRun

TITLE: Final = "Cookie Inspector visit"
UNDER_WAY_US: Final = 2 * SECOND_US  # what a tag may still set that was running when the visitor refused
_MEASURED: Final = ("complete", "cut short")  # a wall or an error page shows nothing of the site behind it
_SCHEMES: Final = {scheme.value: scheme for scheme in SourceScheme}


def store_of(place: str, run: VisitRun) -> StoreRef:
    """Return the place that the cookies of a run are found in: the visit, by browser."""
    name = f"{run.browser_name} {run.version}".strip()
    return StoreRef(run.browser, "visit", place, Family.FILE, name, modified_us=run.ended_us)


def cookie_of(life: Life, store: StoreRef) -> Cookie:
    """Return a cookie's record: as the browser held it last, with the lifetime that the site asked for beside it."""
    held, identity = life.last_held, life.identity
    asked = life.last_asked or life.last_refused
    facts = _asked(asked) if held is None else _held(held)
    stored = [when for when in life.kept if life.stored]
    value = (held.value if held is not None else None) or (asked.value if asked is not None else None)
    text = None if value is None else value.value
    requested = life.requested()
    return Cookie(
        store,
        _isolation(identity.partition),
        identity.host,
        not identity.host.startswith("."),
        identity.name,
        identity.path,
        created_us=stored[0].write.at_us if stored else None,
        updated_us=stored[-1].write.at_us if stored else None,
        partitioned_attribute=None if asked is None else asked.partitioned,
        source_type=_source_type(life),
        value_state=ValueState.NOT_READ if text is None else ValueState.PLAINTEXT if text else ValueState.EMPTY,
        value_length=None if value is None else value.length,
        value=None if text is None else Secret(text),
        problems=_odd(life),
        requested=requested,
        **facts,
    )


def _held(held: HeldCookie) -> dict[str, Any]:
    return {
        "expires_us": held.expires_us,
        "session": held.session,
        "secure": held.secure,
        "http_only": held.http_only,
        "same_site": held.same_site,
        "source_scheme": _SCHEMES.get(held.source_scheme or "", SourceScheme.UNKNOWN),
        "source_port": held.source_port,
    }


def _asked(asked: AskedCookie | None) -> dict[str, Any]:
    if asked is None:
        return {}
    return {
        "session": asked.session,
        "secure": asked.secure,
        "http_only": asked.http_only,
        "same_site": asked.same_site,
    }


def _isolation(key: PartitionKey | None) -> Isolation:
    if key is None:
        return NOT_ISOLATED
    site = key.site or "null"
    mark = {None: "", True: "1", False: "0"}[key.cross_site_ancestor]
    return Isolation(Partition(site, key.cross_site_ancestor), raw=f"{site}{mark}")


def _source_type(life: Life) -> SourceType:
    last = life.kept[-1] if life.kept else life.tried[-1] if life.tried else None
    if last is None:
        return SourceType.UNKNOWN
    return SourceType.HTTP if isinstance(last.write, HeaderWrite) else SourceType.SCRIPT


def _odd(life: Life) -> tuple[RowProblem, ...]:
    odd = []
    requested = life.requested()
    if requested.basis is LifetimeBasis.STATED and requested.us is not None and requested.us > CAP_US:
        odd.append(RowProblem("expires", "it asks for more than browsers keep, which is 400 days"))
    if not life.kept and not life.tried:
        odd.append(RowProblem("updated", "the browser held it; who set it was not recorded"))
    if life.stored and not life.alive:
        odd.append(RowProblem("expires", "it was taken away again during the visit"))
    return tuple(odd)


@dataclass
class _Gathered:
    cookies: dict[CookieKey, Cookie] = field(default_factory=dict)
    sightings: dict[CookieKey, Sighting] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)


def evidence_of(record: VisitRecord, runs: Sequence[Replayed]) -> tuple[tuple[Cookie, ...], Evidence]:
    """Return the cookies that the runs left in their browsers, and everything that the runs prove."""
    gathered = _Gathered()
    for replayed in runs:
        if replayed.run.outcome in _MEASURED:
            _gather(replayed, store_of(record.place, replayed.run), gathered)
    evidence = Evidence(
        tuple(gathered.visits),
        MappingProxyType(gathered.sightings),
        False,
        tuple(gathered.refused),
        tuple(gathered.choices),
        (record,),
    )
    return tuple(gathered.cookies.values()), evidence


def _gather(replayed: Replayed, store: StoreRef, gathered: _Gathered) -> None:
    run = replayed.run
    gathered.visits.extend(_visits(run))
    gathered.choices.extend(_choices(run))
    proof = _Proof(replayed)
    for life in replayed.lives:
        if life.held or (life.alive and life.stored and run.outcome != "complete"):
            cookie = cookie_of(life, store)
            seen = proof.sighting(life)
            known = gathered.sightings.get(cookie.key)
            gathered.cookies.setdefault(cookie.key, cookie)
            gathered.sightings[cookie.key] = seen if known is None else known.joined(seen)
        elif life.refused and not life.stored:
            cookie = cookie_of(life, store)
            why = "; ".join(dict.fromkeys(reason for step in life.steps for reason in step.reasons))
            gathered.refused.append(Refusal(cookie, why or "it gave no reason", proof.attempt(life), run.title))


def _visits(run: VisitRun) -> Iterator[Visit]:
    """Yield the pages that answered: only they prove that the site was visited."""
    chose = any(span.phase in (Phase.ACCEPTED, Phase.REFUSED) for span in run.phases)
    for page in run.pages:
        if page.outcome == "ok" and page.cause != "popup":
            yield Visit(page.url or page.asked, page.at_us, chose, TITLE)


def _choices(run: VisitRun) -> Iterator[Choice]:
    for span in run.phases:
        if span.phase in (Phase.ACCEPTED, Phase.REFUSED):
            yield Choice(span.phase is Phase.REFUSED, span.started_us, span.how, span.evidence, run.title)


class _Proof:
    """Tells of each life on which page it was set, by whom, and in which phase."""

    def __init__(self, replayed: Replayed) -> None:
        self._run, self._phases = replayed.run, replayed.phases
        self._asked = _bounced(replayed.run)
        self._only = _only_page(replayed.run)

    def sighting(self, life: Life) -> Sighting:
        """Return how a cookie that was kept was seen being set; one without a writer is seen by the jar alone."""
        seen = self._seen(life.kept)
        first = next((step.phase for step in life.steps if step.deed.value != "refused"), Phase.UNKNOWN)
        return seen._replace(
            page=seen.page or (self._only if not life.kept else None),
            set_us=seen.set_us if seen.set_us is not None else life.steps[0].us,
            sent_back=True,  # it was in the jar
            before_choice=None if first is Phase.UNKNOWN else first is Phase.NO_CHOICE,
            after_refusal=self._after(life),
            runs=(self._run.title,),
        )

    def attempt(self, life: Life) -> Sighting:
        """Return how a cookie that was refused was asked for."""
        return self._seen(life.tried)

    def _seen(self, writes: Sequence[When]) -> Sighting:
        pages = dict.fromkeys(page for when in writes for page in self._pages(when))
        first = writes[0] if writes else None
        return Sighting(
            next(iter(pages), None),
            any(isinstance(when.write, HeaderWrite) for when in writes),
            None if first is None else first.write.at_us,
            None if first is None else writer_of(first.write).url,
            tuple(pages)[1:],
        )

    def _pages(self, when: When) -> Iterator[str]:
        """Yield the page of a write, and the page that was asked for where it came on the way there."""
        top = when.write.top_url
        if top is None:
            return
        asked = self._asked.get(top)
        if asked is not None:
            yield asked
        yield top

    def _after(self, life: Life) -> SetAfter | None:
        """Return the clearest setting after a refusal: one that cannot have been under way before one that may."""
        found: SetAfter | None = None
        for when in life.kept if life.stored else ():
            span = self._phases.refused_by(when.began_us)
            if span is None or span.started_us is None or when.began_us <= span.started_us:
                continue
            choice = Choice(True, span.started_us, span.how, span.evidence, self._run.title)
            soon = when.began_us - span.started_us <= UNDER_WAY_US
            if found is None or (found.soon and not soon):
                found = SetAfter(when.began_us, writer_of(when.write).url, choice, soon)
        return found


def _bounced(run: VisitRun) -> dict[str, str]:
    """Return, for each address that a page came through, the address that was asked for."""
    return {hop: page.asked for page in run.pages if page.cause == "asked" for hop in page.redirects}


def _only_page(run: VisitRun) -> str | None:
    """Return the page of a run that showed one host alone: what its jar holds came from there."""
    hosts = {_host(page.url or page.asked): page.url or page.asked for page in run.pages}
    through = {_host(hop) for page in run.pages for hop in page.redirects}
    return next(iter(hosts.values())) if len(hosts) == 1 and through <= set(hosts) else None


def _host(url: str) -> str:
    origin = origin_of(url)
    return "" if origin is None else origin.host


def identity_key(life: Life, store: StoreRef) -> str:
    """Return the id of a cookie's record, by which labels and verdicts are found."""
    identity: Identity = life.identity
    return CookieKey(
        store, identity.host, identity.name, identity.path, _isolation(identity.partition).raw, None, None
    ).id
