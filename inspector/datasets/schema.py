# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The one source of what a dataset holds: every table and column, for all encodings, the README and the data package.

A row is a tuple in the order of the columns. No text is ever empty: where there is none the cell is null, so that CSV
tells the two apart. Change what a column means only with a new :data:`VERSION`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from inspector.core.cookie import Priority, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.disclosure import Disclosure
from inspector.core.finding import Attribution, ClaimVerdict, DeclaredBy, Level, Verdict
from inspector.core.label import Group, Party, Purpose, Subtype, Tracks
from inspector.core.lifetime import LifetimeBasis
from inspector.core.policy import LifetimeFrom, Scope, Stance, StatedPurpose, Subject
from inspector.core.problem import Severity
from inspector.core.report import Completeness
from inspector.core.store import Family
from inspector.core.visit import Deed, Mode, Phase
from inspector.datasets.column import Column, Kind, Reference, Table

VERSION: Final = "1"

_TEXT, _INTEGER, _NUMBER, _BOOLEAN = Kind.TEXT, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN
_MOMENT, _DATE, _LIST = Kind.MOMENT, Kind.DATE, Kind.LIST
_RUN: Final = Column("run_id", _TEXT, "The run that the row belongs to.", True)
_OF_RUN: Final = Reference(("run_id",), "runs")
_COOKIE: Final = Column("cookie_id", _TEXT, "The cookie that the row is about.", True)
_OF_COOKIE: Final = Reference(("run_id", "cookie_id"), "cookies")
_OF_CLAIM: Final = Reference(("run_id", "claim_id"), "claims")
_OF_FINDING: Final = Reference(("run_id", "finding_id"), "findings")
_OF_VISIT: Final = Reference(("run_id", "visit_id"), "visits")
_REPEATABLE: Final = (
    "Whether the same answer follows from this dataset alone (what was left out of it may decide). Sentences of those "
    "that do not follow are left out, for they may quote what was. Null: was not tried."
)

RUNS: Final = Table(
    "runs",
    "One row for each judgement: a site, at a moment, by a program and its tables.",
    (
        Column("run_id", _TEXT, "Names the run in every table.", True),
        Column("site", _TEXT, "The registrable domain that was judged; null where everything was looked at."),
        Column("domains", _LIST, "All domains of its operator that were given, the site first.", True),
        Column("judged_at", _MOMENT, "The moment that was judged at; the end of the day where days are given.", True),
        Column("disclosure", _TEXT, "How much is told of where and when.", True, tuple(Disclosure)),
        Column("values_told", _TEXT, "What is told of values.", True, ("nothing", "shape", "value")),
        Column("mark_key", _TEXT, "Which key the marks of values were made with; the key itself is in no dataset."),
        Column("program", _TEXT, "The program and its version.", True),
        Column("knowledge", _TEXT, "The version of the tables that labels rest on.", True),
        Column("knowledge_date", _DATE, "The date of these tables.", True),
        Column("rules", _TEXT, "The version of the rules that findings rest on: a hash of what they are written in."),
        Column("options", _LIST, "How it was judged, as name=value.", True),
        Column("audited", _BOOLEAN, "Whether the cookies were compared with a policy.", True),
        Column("verified", _BOOLEAN, "Whether anything could be judged; null where nothing was compared."),
        Column("unverified_why", _TEXT, "Why not."),
        Column("complete", _BOOLEAN, "Whether everything that was handed in could be read.", True),
        Column("completeness", _TEXT, "How much the policy says of its cookies.", False, tuple(Completeness)),
        Column("completeness_why", _TEXT, "Why it is taken so."),
        Column("policy_dated", _DATE, "The date of the policy."),
        Column("policy_dated_basis", _TEXT, "What says so."),
        Column("policy_as_of", _DATE, "Set where the policy may not hold today: all findings are notes then."),
        Column("only_this_site", _BOOLEAN, "The tester's word that nothing but this site was visited.", True),
        Column(
            "visited", _LIST, "The origins of the site's pages that recordings show; identifiers in hosts as *.", True
        ),
        Column("cookies", _INTEGER, "How many cookies this dataset has of the run.", True),
        Column(
            "cookies_aside", _INTEGER, "Cookies of third parties of which no record says which site set them.", True
        ),
        Column("cookies_elsewhere", _INTEGER, "Cookies in the partitions of other sites.", True),
    ),
    ("run_id",),
)

SOURCES: Final = Table(
    "sources",
    "One row for each thing that was read: a policy, a file of cookies, a store, settings.",
    (
        _RUN,
        Column("source_id", _TEXT, "Names the source in its run.", True),
        Column("kind", _TEXT, "What it was read as: policy, cookies, corrections or settings.", True),
        Column("location", _TEXT, "Its address; the path of a file only where full detail was asked for."),
        Column("format", _TEXT, "What it was recognised as."),
        Column("sha256", _TEXT, "The hash of its bytes; null for a browser's store, which is never still."),
        Column("cookies", _INTEGER, "How many cookies it gave; null for what holds none."),
    ),
    ("run_id", "source_id"),
    (_OF_RUN,),
)

COOKIES: Final = Table(
    "cookies",
    "One row for each cookie, with every fact that its record holds. Null is what the record does not tell: it never "
    "means 'no'.",
    (
        _RUN,
        Column("cookie_id", _TEXT, "Names the cookie in its run: a hash of its key as told here.", True),
        Column("family", _TEXT, "The kind of store or file that it was read from.", True, tuple(Family)),
        Column("browser", _TEXT, "The browser's or format's id."),
        Column("profile", _TEXT, "The browser's profile; full detail only."),
        Column("store", _TEXT, "The file that it was found in; full detail only."),
        Column("container", _TEXT, "Firefox's container; its number, or its name with full detail."),
        Column("first_party_domain", _TEXT, "Firefox's first-party isolation."),
        Column("private", _BOOLEAN, "Whether it is of a private window."),
        Column("partition_site", _TEXT, "The top-level site that it is partitioned under; null: not partitioned."),
        Column("partition_port", _INTEGER, "The port of that site, where it is part of the key."),
        Column("partition_cross_site", _BOOLEAN, "Whether its frame had an ancestor of another site."),
        Column("host", _TEXT, "The host, without a leading dot; identifiers in it as *."),
        Column("domain", _TEXT, "The registrable domain of the host."),
        Column("host_only", _BOOLEAN, "Whether only this very host gets it."),
        Column("name", _TEXT, "The name, identifiers in it as *; null for a cookie without a name."),
        Column("name_collapsed", _BOOLEAN, "Whether identifiers were taken out of the name.", True),
        Column("path", _TEXT, "The path, identifiers in it as *."),
        Column("created", _MOMENT, "When it was first set."),
        Column("updated", _MOMENT, "When it was last set."),
        Column("updated_is_real", _BOOLEAN, "False where that time is known to be an artefact of a migration.", True),
        Column("accessed", _MOMENT, "When it was last used."),
        Column("expires", _MOMENT, "When it ends; null for sessions, unknown ends, and years that no calendar has."),
        Column("session", _BOOLEAN, "Whether it ends with the browser's session."),
        Column("requested_seconds", _NUMBER, "The lifetime that a recorded header asked for."),
        Column("requested_basis", _TEXT, "What that is known from.", True, tuple(LifetimeBasis)),
        Column("stored_seconds", _NUMBER, "The lifetime that the store's times give."),
        Column("stored_basis", _TEXT, "What it was computed from, and so what it proves.", True, tuple(LifetimeBasis)),
        Column("lifetime_days", _NUMBER, "The lifetime as set, in days: as asked for where known, else as stored."),
        Column("secure", _BOOLEAN, "The attribute Secure."),
        Column("http_only", _BOOLEAN, "The attribute HttpOnly."),
        Column(
            "same_site", _TEXT, "The attribute SameSite; unspecified: the site said nothing.", True, tuple(SameSite)
        ),
        Column("partitioned_attribute", _BOOLEAN, "The attribute Partitioned."),
        Column("priority", _TEXT, "Chromium's priority.", True, tuple(Priority)),
        Column("source_scheme", _TEXT, "The scheme that it was set over.", True, tuple(SourceScheme)),
        Column("source_port", _INTEGER, "The port that it was set over; -1: not told apart."),
        Column("source_type", _TEXT, "Whether a header or a script set it.", True, tuple(SourceType)),
        Column("attribution", _TEXT, "What ties it to the site of the run.", False, tuple(Attribution)),
        Column("pages", _LIST, "The origins of the pages that a recording saw it set on.", True),
        Column("set_by", _TEXT, "The host whose answer or script set it, where that was recorded."),
        Column("set_by_header", _BOOLEAN, "True where its Set-Cookie header was recorded."),
        Column("sent_back", _BOOLEAN, "True where a later request carried it."),
        Column("before_choice", _BOOLEAN, "Whether it was kept while the visitor had chosen nothing yet."),
        Column("after_refusal", _BOOLEAN, "True where it was set after a recorded refusal."),
        Column("value_state", _TEXT, "What became of the value.", True, tuple(ValueState)),
        Column("value_length", _INTEGER, "Bytes of the value."),
        Column("value_kind", _TEXT, "What the value looks like as a whole; null where it was not read."),
        Column("value_classes", _LIST, "Which classes of characters it holds."),
        Column("value_entropy", _NUMBER, "Bits for each character, by the frequencies of its own characters."),
        Column("value_identifies", _BOOLEAN, "Whether its shape can tell one browser from others."),
        Column("value_opt_out", _TEXT, "What name and value say of an opt-out, where they say anything."),
        Column("value_has_address", _BOOLEAN, "Whether an e-mail address stands in it."),
        Column("value_is_identifier", _BOOLEAN, "Whether rules take it for an identifier that companies could share."),
        Column("value_mark", _TEXT, "Keyed hash of a value that may identify: equal marks, equal values."),
        Column("value", _TEXT, "The value itself; only where it was asked for, and confirmed twice."),
        Column("problems", _LIST, "What is odd about the record.", True),
    ),
    ("run_id", "cookie_id"),
    (_OF_RUN,),
)

LABELS: Final = Table(
    "labels",
    "What each cookie is for, and how sure that is.",
    (
        _RUN,
        _COOKIE,
        Column("purpose", _TEXT, "What it is for.", True, tuple(Purpose)),
        Column("group", _TEXT, "The group of the purpose, as consent banners have them.", True, tuple(Group)),
        Column("subtype", _TEXT, "Whose programme it belongs to.", False, tuple(word for word in Subtype if word)),
        Column("vendor", _TEXT, "The vendor's id."),
        Column("vendor_name", _TEXT, "The vendor's name."),
        Column("party", _TEXT, "Whose it is, seen from the site.", True, tuple(Party)),
        Column(
            "tracks", _TEXT, "Whether it carries a persistent identifier, and how far it reaches.", True, tuple(Tracks)
        ),
        Column("confidence", _NUMBER, "How sure the purpose is, 0 to 1, calibrated.", True),
        Column("sure", _BOOLEAN, "Whether it rests on a sourced, undisputed entry; null where nothing was audited."),
        Column("because", _LIST, "Why, the deciding sentence first."),
        Column("tracks_because", _LIST, "Why it is said to track, or not."),
        Column("disputed", _LIST, "Who says otherwise."),
        Column("corrected", _BOOLEAN, "Whether a person corrected the label or what declares the cookie.", True),
        Column("repeatable", _BOOLEAN, _REPEATABLE),
    ),
    ("run_id", "cookie_id"),
    (_OF_RUN, _OF_COOKIE),
)

VERDICTS: Final = Table(
    "verdicts",
    "The verdict on each cookie of an audited site.",
    (
        _RUN,
        _COOKIE,
        Column("verdict", _TEXT, "The gravest verdict that holds.", True, tuple(Verdict)),
        Column("why", _TEXT, "The deciding sentence."),
        Column("codes", _LIST, "The rules that found something of it.", True),
        Column("repeatable", _BOOLEAN, _REPEATABLE),
    ),
    ("run_id", "cookie_id"),
    (_OF_RUN, _OF_COOKIE),
)

CLAIMS: Final = Table(
    "claims",
    "What the policy says, a row for each claim with the sentence that it stands in.",
    (
        _RUN,
        Column("claim_id", _TEXT, "Names the claim in its run.", True),
        Column("field", _TEXT, "The field of the policy's record that it is about.", True),
        Column("stance", _TEXT, "What the text says of it.", True, tuple(Stance)),
        Column("quote", _TEXT, "The sentence, verbatim."),
        Column("quote_start", _INTEGER, "Where it begins in the policy's readable text, in code points.", True),
        Column("quote_end", _INTEGER, "Where it ends.", True),
        Column("quote_line", _INTEGER, "The line of the source that it begins in.", True),
        Column("subject", _TEXT, "Whom it is about.", True, tuple(Subject)),
        Column("scope", _TEXT, "How far it reaches.", True, tuple(Scope)),
        Column("purpose", _TEXT, "The purpose that it speaks of.", False, tuple(StatedPurpose)),
        Column("vendor", _TEXT, "The vendor that it speaks of."),
        Column("names", _LIST, "The cookies that it names, as printed.", True),
        Column("provider", _TEXT, "The party printed beside them."),
        Column("lifetime_days", _NUMBER, "The lifetime stated, in days."),
        Column("lifetime_session", _BOOLEAN, "Whether it is stated to end with the session; null: no lifetime stated."),
        Column("lifetime_basis", _TEXT, "What the stated lifetime counts from.", False, tuple(LifetimeFrom)),
        Column("lifetime_start", _INTEGER, "Where the lifetime stands in the text."),
        Column("lifetime_end", _INTEGER, "Where it ends there."),
        Column("opt_out", _TEXT, "The target of an opt-out that it offers."),
        Column("url", _TEXT, "The address that it gives."),
        Column("storage", _TEXT, "What is stored: cookie, local_storage, ...", True),
        Column("purpose_text", _TEXT, "The purpose in the policy's words."),
        Column("verdict", _TEXT, "Whether the cookies keep it.", False, tuple(ClaimVerdict)),
        Column("verdict_why", _TEXT, "Why."),
        Column("codes", _LIST, "The rules that found something against it.", True),
        Column("repeatable", _BOOLEAN, _REPEATABLE),
    ),
    ("run_id", "claim_id"),
    (_OF_RUN,),
)

DECLARATIONS: Final = Table(
    "declarations",
    "Which claims declare which cookie, and how.",
    (
        _RUN,
        _COOKIE,
        Column("claim_id", _TEXT, "The claim that declares it.", True),
        Column("declared_by", _TEXT, "By what they match, the strongest first.", True, tuple(DeclaredBy)),
        Column("position", _INTEGER, "The order of the claims of a cookie, from 1.", True),
    ),
    ("run_id", "cookie_id", "position"),
    (_OF_RUN, _OF_COOKIE, _OF_CLAIM),
)

FINDINGS: Final = Table(
    "findings",
    "What was found: a row for each finding, with its evidence in words.",
    (
        _RUN,
        Column(
            "finding_id", _TEXT, "Names the finding in its run; the same finding has the same id in later runs.", True
        ),
        Column("code", _TEXT, "The rule's code, which never changes its meaning.", True),
        Column("rule", _TEXT, "The rule's name.", True),
        Column("level", _TEXT, "How grave it is.", True, tuple(Level)),
        Column("cap", _TEXT, "The highest level that the evidence bears; null: any.", False, tuple(Level)),
        Column("ignored", _BOOLEAN, "Whether the project's settings set it aside.", True),
        Column("cookie_id", _TEXT, "The cookie that it is about, or the first of several; null: about none."),
        Column("claim_id", _TEXT, "The sentence that decides, if it rests on one."),
        Column("message", _TEXT, "What was found, in words."),
        Column("what_to_do", _TEXT, "What can be done about it."),
        Column("evidence", _LIST, "What it rests on, in words."),
        Column("repeatable", _BOOLEAN, _REPEATABLE),
    ),
    ("run_id", "finding_id"),
    (_OF_RUN,),
)

FINDING_COOKIES: Final = Table(
    "finding_cookies",
    "Which cookies show a finding.",
    (
        _RUN,
        Column("finding_id", _TEXT, "The finding.", True),
        Column("position", _INTEGER, "The order of its cookies, from 1: the first is the one that it is about.", True),
        Column("cookie_id", _TEXT, "The cookie.", True),
    ),
    ("run_id", "finding_id", "position"),
    (_OF_RUN, _OF_FINDING, _OF_COOKIE),
)

FINDING_CLAIMS: Final = Table(
    "finding_claims",
    "Which claims a finding rests on.",
    (
        _RUN,
        Column("finding_id", _TEXT, "The finding.", True),
        Column("position", _INTEGER, "The order of its claims, from 1: the first is the one that decides.", True),
        Column("claim_id", _TEXT, "The claim.", True),
    ),
    ("run_id", "finding_id", "position"),
    (_OF_RUN, _OF_FINDING, _OF_CLAIM),
)

CONSENTS: Final = Table(
    "consents",
    "Choices that consent cookies record.",
    (
        _RUN,
        Column("cookie_id", _TEXT, "The consent cookie.", True),
        Column("tool", _TEXT, "The consent tool.", True),
        Column("allowed", _LIST, "The groups that were allowed.", True),
        Column("refused", _LIST, "The groups that were refused.", True),
        Column("active", _BOOLEAN, "Whether a person chose; null where the cookie does not tell."),
        Column("made", _MOMENT, "When the choice was made, or by when."),
        Column("made_why", _TEXT, "What says so."),
        Column("precision_seconds", _NUMBER, "How coarse that time is in the cookie.", True),
        Column("sale_opt_out", _BOOLEAN, "The answer of signals about sale."),
        Column("sections", _LIST, "The sections of a GPP string.", True),
    ),
    ("run_id", "cookie_id", "tool"),
    (_OF_RUN, _OF_COOKIE),
)

VISITS: Final = Table(
    "visits",
    "Recorded visits with an installed browser: a row for each run of one browser in one mode.",
    (
        _RUN,
        Column("visit_id", _TEXT, "Names the visit's run.", True),
        Column(
            "origin", _TEXT, "The origin of the address that was visited; the whole address with full detail.", True
        ),
        Column("browser", _TEXT, "The browser's id.", True),
        Column("browser_version", _TEXT, "Its version."),
        Column("engine", _TEXT, "Its engine.", True),
        Column("mode", _TEXT, "What it was told about third parties' cookies.", True, tuple(Mode)),
        Column("scenario", _TEXT, "What the visitor did.", True),
        Column("started", _MOMENT, "When it began."),
        Column("outcome", _TEXT, "'complete' only where it was carried through.", True),
        Column("global_privacy_control", _BOOLEAN, "Whether the browser sent Global Privacy Control."),
        Column("headless", _BOOLEAN, "Whether it ran without a window."),
    ),
    ("run_id", "visit_id"),
    (_OF_RUN,),
)

REQUESTS: Final = Table(
    "requests",
    "The requests of recorded visits, counted by the host that they went to.",
    (
        _RUN,
        Column("visit_id", _TEXT, "The visit's run.", True),
        Column("host", _TEXT, "The host, identifiers in it as *.", True),
        Column("third_party", _BOOLEAN, "Whether it is a third party's."),
        Column("requests", _INTEGER, "How many went there.", True),
        Column("before_choice", _INTEGER, "How many before the visitor had chosen.", True),
        Column("after_refusal", _INTEGER, "How many began after a refusal.", True),
        Column("with_cookies", _INTEGER, "How many carried cookies.", True),
    ),
    ("run_id", "visit_id", "host"),
    (_OF_RUN, _OF_VISIT),
)

WRITES: Final = Table(
    "writes",
    "What happened to each cookie of a recorded visit, step by step.",
    (
        _RUN,
        Column("visit_id", _TEXT, "The visit's run.", True),
        Column("position", _INTEGER, "The order of the steps in the visit, from 1.", True),
        Column("host", _TEXT, "The cookie's host.", True),
        Column("name", _TEXT, "The cookie's name; null for one without a name."),
        Column("at", _MOMENT, "When."),
        Column("deed", _TEXT, "What happened.", True, tuple(Deed)),
        Column("phase", _TEXT, "What the visitor had chosen by then.", True, tuple(Phase)),
        Column("api", _TEXT, "Set-Cookie, document.cookie, ...; null where nobody is recorded."),
        Column("set_by", _TEXT, "The host of the request or script that asked for it."),
        Column("requested_days", _NUMBER, "The lifetime that was asked for, in days."),
        Column("reasons", _LIST, "The browser's words where it refused.", True),
        Column("same_value", _BOOLEAN, "Whether the value was the one that it had before."),
    ),
    ("run_id", "visit_id", "position"),
    (_OF_RUN, _OF_VISIT),
)

PROBLEMS: Final = Table(
    "problems",
    "What could not be read, and so what may be missing here.",
    (
        _RUN,
        Column("position", _INTEGER, "The order of the problems, from 1.", True),
        Column("code", _TEXT, "A word for the problem.", True),
        Column("severity", _TEXT, "Whether something was lost.", True, tuple(Severity)),
        Column("count", _INTEGER, "How many rows it stands for.", True),
        Column("what", _TEXT, "What happened; full detail only, like the rest."),
        Column("where", _TEXT, "Where."),
        Column("why", _TEXT, "Why."),
    ),
    ("run_id", "position"),
    (_OF_RUN,),
)

TABLES: Final = (
    RUNS,
    SOURCES,
    COOKIES,
    LABELS,
    VERDICTS,
    CLAIMS,
    DECLARATIONS,
    FINDINGS,
    FINDING_COOKIES,
    FINDING_CLAIMS,
    CONSENTS,
    VISITS,
    REQUESTS,
    WRITES,
    PROBLEMS,
)
TABLE: Final[Mapping[str, Table]] = MappingProxyType({table.name: table for table in TABLES})
