# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The smaller sections of an audit's page, worded once for HTML and Markdown."""

from typing import Final, NamedTuple

from inspector.core.consent import Consent
from inspector.core.finding import Level, Verdict
from inspector.core.label import Group
from inspector.core.moments import to_iso
from inspector.core.problem import Problem
from inspector.core.report import DISCLAIMER, IgnoredFinding, Input, KnownFinding, Report, WayOut
from inspector.reports.audit_parts import NAME, safe, safe_name
from inspector.reports.audit_words import COMPLETENESS, GROUPS, LEVELS, VERDICTS, Word
from inspector.reports.links import linkable
from inspector.reports.words import many

LIVE: Final = "live"
UNVERIFIED: Final = Word("?", "could not be verified", "question", "mute")
NOTHING: Final = Word("✔", "no findings", "check", "good")
IGNORED: Final = Word("–", "ignored", "dash", "mute")
IGNORED_TITLE: Final = "Ignored by the settings"
GONE_TITLE: Final = "In the baseline, and not found now"


class Way(NamedTuple):
    """An opt-out as a page shows it; ``link`` where the address may be one."""

    name: str
    url: str
    state: str
    said: str
    link: bool


class Choice(NamedTuple):
    """A recorded choice: the tool, what was chosen and when, and how that was told."""

    tool: str
    text: str
    why: str


def notices(report: Report) -> tuple[str, ...]:
    """Return what is said right below the answer; that this is no legal advice is always among it."""
    said = [policy_line(report), *(safe(text) for text in report.notices)]
    return tuple(said) if any(DISCLAIMER in text for text in said) else (*said, DISCLAIMER)


def policy_line(report: Report) -> str:
    """Return which policy was judged against, and how much it says."""
    standing, source = report.standing, report.policy.document.source
    day = f"dated {standing.dated}" if standing.dated is not None else "without a date"
    return f"Policy: {safe(source.location, NAME)}, {day}; it {COMPLETENESS[standing.completeness]}."


def levels(report: Report) -> tuple[tuple[Word, str], ...]:
    """Return how many findings there are of each level, the gravest first, none left out but those of which none is.

    Ignored ones come last: where there are some, it is never said that there is nothing.
    """
    counts = dict(report.counts.by_level)
    grave = sorted(Level, key=lambda level: -level.rank)
    said = tuple((LEVELS[level], many(counts[level], LEVELS[level].text)) for level in grave if counts.get(level))
    return (*said, (IGNORED, f"{len(report.ignored):,} ignored")) if report.ignored else said


def ignored(held: IgnoredFinding) -> str:
    """Return a finding that the settings set aside, and their reason, as one sentence."""
    finding = held.finding
    until = f", until {held.until}" if held.until is not None else ""
    head = f"{LEVELS[finding.level].text} {finding.code} {finding.name}"
    return f"{head}: {safe(finding.message)}. Ignored{until}, because: {safe(held.reason)}"


def gone(held: KnownFinding) -> str:
    """Return a finding that the baseline has and that was not found now."""
    where = f" of {safe(held.host, NAME)}" if held.host else ""
    about = (
        f": {safe_name(held.cookie)}{where}" if held.cookie else f": “{safe(held.sentence)}”" if held.sentence else ""
    )
    about = f": {safe(held.subject)}" if held.subject else about
    return f"{LEVELS[held.level].text} {safe(held.code, NAME)} {safe(held.name, NAME)}{about}"


def gone_findings(report: Report) -> tuple[KnownFinding, ...]:
    """Return what the baseline has and was not found now."""
    return () if report.baseline is None else report.baseline.gone


def tally(report: Report) -> tuple[tuple[Word, int], ...]:
    """Return how many cookies have each verdict."""
    return tuple((VERDICTS[verdict], report.counts.verdict(verdict)) for verdict in Verdict)


def browsers(report: Report) -> str:
    """Return the browsers that the judged cookies are from."""
    names = (judged.cookie.store.browser_name or judged.cookie.store.browser for judged in report.cookies)
    return ", ".join(dict.fromkeys(names)) or "unknown"


def way(offered: WayOut) -> Way:
    """Return an opt-out for a page. Only an address that our table vouches for is a link, and only a plain one."""
    by = "offered by the policy" if offered.offered_by_policy else "known to us"
    said = [f"Stops: {safe(offered.stops)}"] if offered.stops else []
    said += ["Needs an account there"] if offered.requires_login else []
    said += [safe(offered.why)] if offered.why and offered.status != LIVE else []
    return Way(
        safe(offered.name, NAME) or safe(offered.vendor, NAME),
        safe(offered.url, 2 * NAME) if not linkable(offered.url) else offered.url,
        f"{safe(offered.status.replace('_', ' '), NAME)}, {by}",
        ". ".join(said),
        offered.one_click and offered.status == LIVE and linkable(offered.url),
    )


def choice(consent: Consent) -> Choice:
    """Return a recorded choice in words."""
    parts = [
        f"{GROUPS[group].lower()} {'allowed' if consent.choices[group] else 'refused'}"
        for group in Group
        if group in consent.choices
    ]
    if consent.sale_opt_out is not None:
        parts.append("sale of data refused" if consent.sale_opt_out else "sale of data not refused")
    made = to_iso(consent.made_us)
    active = {True: "by a person", False: "without anybody choosing", None: "by whom is not recorded"}[consent.active]
    when = f"{made[:16].replace('T', ' ')} UTC" if made else "at an unknown time"
    where = f"{safe_name(consent.cookie.name)} of {safe(consent.cookie.host, NAME)}"
    why = ". ".join(safe(text) for text in (consent.why, consent.made_why) if text)
    return Choice(
        safe(consent.tool, NAME), f"{', '.join(parts) or 'no group decided'}; {active}, {when} ({where})", why
    )


def problem(met: Problem) -> str:
    """Return a problem as one sentence."""
    return safe(str(met))


def measured(report: Report) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what the report rests on: terms with their lines."""
    rests, standing, source = report.measured, report.standing, report.policy.document.source
    facts = [
        ("Judged at", (f"{rests.now:%Y-%m-%d %H:%M} UTC",)),
        ("Site", (", ".join(safe(domain, NAME) for domain in report.domains) or safe(report.site, NAME),)),
        ("Policy", (safe(source.location), *_standing_lines(report))),
        ("The policy", (f"{COMPLETENESS[standing.completeness]}: {safe(standing.completeness_why)}",)),
        ("Read", tuple(_input_line(given) for given in rests.inputs)),
        (
            "Program",
            (f"{safe(rests.program, NAME)}, knowledge {safe(rests.knowledge, NAME)} of {rests.knowledge_date}",),
        ),
        ("Options", tuple(f"{safe(name, NAME)}: {safe(text)}" for name, text in rests.options)),
        ("Values", (_values_line(report),)),
    ]
    return tuple((term, lines) for term, lines in facts if lines)


def _standing_lines(report: Report) -> tuple[str, ...]:
    standing, document = report.standing, report.policy.document
    lines = [f"SHA-256 {safe(document.source.sha256, NAME)}"]
    if standing.dated is not None:
        lines.append(f"dated {standing.dated} ({safe(standing.dated_basis, NAME) or 'stated'})")
    else:
        lines.append("without a date")
    if standing.as_of is not None:
        lines.append(f"judged as of {standing.as_of}: it may not hold today, so nothing is graver than a note")
    if standing.in_force:
        lines.append("taken to be in force today, on the user's word")
    return tuple(lines)


def _input_line(given: Input) -> str:
    parts = [safe(given.location)]
    parts += [many(given.cookies, "cookie")] if given.cookies is not None else []
    parts += [safe(given.format, NAME)] if given.format else []
    parts += [f"SHA-256 {safe(given.sha256, NAME)}"] if given.sha256 else []
    return f"{safe(given.kind, NAME)}: {', '.join(parts)}"


def _values_line(report: Report) -> str:
    read = sum(judged.cookie.value is not None for judged in report.cookies)
    if not read:
        return "no cookie's value was read"
    return f"{many(read, 'value')} read in memory, for what needs one"
