# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a policy promises, as tables for a terminal: each answer with the quote it rests on."""

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from inspector.core.policy import Claim, Policy, Stance
from inspector.core.policy_change import ClaimChange, PolicyDiff
from inspector.core.visible import visible
from inspector.reports.policies.record import stated
from inspector.reports.policies.words import field_words, lifetime_words, stance_words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_QUOTE: Final = 220
_STYLES: Final = {Stance.DECLARED: "yellow", Stance.DENIED: "green", Stance.CONFLICTING: "red"}


def as_table(policies: Sequence[Policy | str], width: int = 100, styled: bool | None = False) -> str:
    """Return the tables of all sources as text."""
    console = _console(width, styled)
    for policy in policies:
        if isinstance(policy, str):
            console.print(f"{visible(policy)}: could not be read; nothing is known of it", markup=False)
            continue
        console.print(_title(policy), markup=False, style="bold")
        for table in _tables(policy):
            console.print(table)
    return _taken(console)


def diff_as_table(diff: PolicyDiff, width: int = 100, styled: bool | None = False) -> str:
    """Return what changed between two versions, as text."""
    console = _console(width, styled)
    console.print(f"Before: {_title(diff.before)}\nAfter:  {_title(diff.after)}", markup=False)
    if not diff.stances and not diff.claims:
        console.print("Nothing that the policy claims has changed.")
    if diff.stances:
        rows = ((field_words(c.field), stance_words(c.before), stance_words(c.after)) for c in diff.stances)
        console.print(_grid("Answers that changed", ("What", "Before", "After"), rows))
    if diff.claims:
        changes = ((_kind(c), _head(c.after or c.before), _said(c.before), _said(c.after)) for c in diff.claims)
        console.print(_grid("Claims that changed", ("Change", "What", "Before", "After"), changes))
    return _taken(console)


def _kind(change: ClaimChange) -> str:
    attributes = ", ".join(name for name, _, _ in change.what)
    return f"{change.kind}: {attributes}" if attributes else str(change.kind)


def _console(width: int, styled: bool | None) -> "Console":
    """A console that writes to memory; without word from above it is as styled as stdout is a terminal."""
    from rich.console import Console

    wanted = Console().is_terminal if styled is None else styled
    return Console(file=io.StringIO(), width=width, force_terminal=wanted, no_color=not wanted or None, highlight=False)


def _taken(console: "Console") -> str:
    file = console.file
    if not isinstance(file, io.StringIO):
        raise TypeError("the console writes to memory")
    return file.getvalue()


def _head(claim: Claim | None) -> str:
    if claim is None:
        return ""
    return ", ".join(filter(None, (field_words(claim.field), *claim.names)))


def _said(claim: Claim | None) -> str:
    if claim is None:
        return "-"
    facts = " · ".join(filter(None, (stance_words(claim.stance), lifetime_words(claim.lifetime))))
    return f"{facts}: {_quote(claim)}"


def _title(policy: Policy) -> str:
    source, record = policy.document.source, policy.record
    facts = [visible(source.location)]
    if record.policy_date:
        facts.append(f"dated {record.policy_date.date.isoformat()} ({record.policy_date.basis})")
    if source.archived:
        facts.append(f"archived {source.archived.isoformat()}")
    if record.language:
        facts.append(f"language {record.language}")
    return " · ".join(facts)


def _tables(policy: Policy) -> Iterable["Table"]:
    record = policy.record
    answers = [
        (field_words(name), stance_words(stance), _first_quote(policy, name, stance))
        for name, stance in stated(policy).items()
    ]
    styles = [_STYLES.get(stance, "") for stance in stated(policy).values()]
    yield _grid("What the policy says", ("What", "Says", "Quote"), answers, styles)
    if record.named_cookies:
        rows = (
            (c.name, c.provider or "", str(c.purpose or ""), lifetime_words(c.lifetime), c.storage.replace("_", " "))
            for c in record.named_cookies
        )
        yield _grid("Cookies by name", ("Name", "Provider", "Purpose", "Lifetime", "Storage"), rows)
    if record.vendors:
        rows3 = ((v.name or v.id, v.id, _first_quote(policy, f"vendors.{v.id}", None)) for v in record.vendors)
        yield _grid("Third parties named", ("Name", "Id", "Quote"), rows3)
    if record.opt_outs:
        rows4 = ((held.target, held.url or "in words", held.live_url or "") for held in record.opt_outs)
        yield _grid("Opt-outs offered", ("Whose", "Address", "Works today"), rows4)
    if record.conflicts:
        rows5 = ((field_words(conflict.field), *_two_quotes(policy, conflict.claims)) for conflict in record.conflicts)
        yield _grid("Where it contradicts itself", ("What", "Here", "And here"), rows5)


def _two_quotes(policy: Policy, ids: Sequence[str]) -> tuple[str, str]:
    quotes = [_quote(claim) for claim_id in ids if (claim := policy.claim(claim_id))]
    first, second, *_ = [*quotes, "", ""]
    return first, second


def _first_quote(policy: Policy, field: str, stance: Stance | None) -> str:
    held = [c for c in policy.claims if c.field == field]
    best = next((c for c in held if stance in (None, c.stance)), held[0] if held else None)
    return _quote(best) if best else ""


def _quote(claim: Claim) -> str:
    return f"{visible(' '.join(claim.quote.text.split()), _QUOTE)} (line {claim.quote.line})"


def _grid(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], styles: Sequence[str] = ()) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for number, row in enumerate(rows):
        style = styles[number] if number < len(styles) else ""
        table.add_row(*(Text(visible(text), style=style if at == 1 else "") for at, text in enumerate(row)))
    return table
