# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy's text with its claims highlighted: one file, no script, no network, light and dark, fit to print."""

import html
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from inspector.core.policy import Block, BlockKind, Claim, Policy, Stance
from inspector.core.visible import visible
from inspector.reports.policies.record import stated
from inspector.reports.policies.words import field_words, lifetime_words, stance_words

_STYLE: Final = """
:root{color-scheme:light dark;--ink:#1c1b1a;--paper:#fdfcfa;--soft:#6b6762;--line:#dcd7cf;
--yes:#fff0b8;--no:#cfe8d5;--both:#f9cfc6}
@media (prefers-color-scheme:dark){:root{--ink:#eceae6;--paper:#1b1a19;--soft:#a39e97;--line:#3d3a36;
--yes:#5b4a12;--no:#1f4a2e;--both:#6b2a20}}
body{font:16px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;
max-width:76rem;padding:1.5rem}
main{display:grid;grid-template-columns:minmax(0,3fr) minmax(16rem,2fr);gap:2rem}
@media(max-width:60rem){main{display:block}}
aside{font-size:.875rem}h1{font-size:1.5rem}h2{font-size:1.2rem}.soft{color:var(--soft)}
mark{color:inherit;border-radius:.2em;padding:0 .1em}
mark.declared{background:var(--yes)}mark.denied{background:var(--no)}mark.conflicting{background:var(--both)}
table{border-collapse:collapse;width:100%;font-size:.9rem}
td,th{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;
white-space:pre-line;overflow-wrap:anywhere}
.p{white-space:pre-line}li.claim{margin:.6rem 0;list-style:none}ul.claims{padding:0}q{color:var(--soft)}
a{color:inherit}:target{outline:2px solid currentColor}@media print{main{display:block}}
"""
_MOST_CLAIMS: Final = 2_000


def as_html(policies: Sequence[Policy | str]) -> str:
    """Return one page for all sources."""
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width"><title>What the policy declares</title>',
        f"<style>{_STYLE}</style></head><body>",
    ]
    for number, policy in enumerate(policies):
        if isinstance(policy, str):
            parts.append(f"<h1>{_safe(policy)}</h1><p>This source could not be read; nothing is known of it.</p>")
        else:
            parts.extend(_policy(policy, f"p{number}"))
    parts.append('<p class="soft">Evidence, not legal advice.</p></body></html>\n')
    return "".join(parts)


def _safe(text: str) -> str:
    return "\n".join(html.escape(visible(line)) for line in text.split("\n"))


def _policy(policy: Policy, prefix: str) -> Iterator[str]:
    document = policy.document
    claims = policy.claims[:_MOST_CLAIMS]
    yield f"<h1>{_safe(document.title or document.source.location)}</h1><p class=soft>{_safe(_facts(policy))}</p>"
    yield "<main><section>"
    yield from _text(policy, claims, prefix)
    yield "</section><aside><h2>In short</h2><ul>"
    for name, stance in stated(policy).items():
        yield f"<li>{_safe(field_words(name))}: <strong>{_safe(stance_words(stance))}</strong></li>"
    yield "</ul><h2>What is said, and where</h2><ul class=claims>"
    for claim in claims:
        yield _listed(claim, prefix)
    if len(policy.claims) > len(claims):
        yield f"<li>{len(policy.claims) - len(claims)} more claims are not shown here.</li>"
    yield "</ul></aside></main>"


def _facts(policy: Policy) -> str:
    source, record = policy.document.source, policy.record
    facts = [source.location, f"SHA-256 {source.sha256}"]
    if record.policy_date:
        facts.append(f"dated {record.policy_date.date.isoformat()} ({record.policy_date.basis})")
    if source.archived:
        facts.append(f"archived on {source.archived.isoformat()}")
    if source.retrieved:
        facts.append(f"read {source.retrieved.isoformat(timespec='seconds')}")
    return " · ".join(facts)


def _listed(claim: Claim, prefix: str) -> str:
    names = ", ".join(claim.names)
    more = " · ".join(filter(None, (names, claim.vendor or claim.provider or "", lifetime_words(claim.lifetime))))
    head = f"{field_words(claim.field)}: {stance_words(claim.stance)}" + (f" ({more})" if more else "")
    quote = visible(" ".join(claim.quote.text.split()), 300)
    anchor = f"#{prefix}-{claim.quote.start}"
    return (
        f'<li class=claim><a href="{anchor}">{_safe(head)}</a><br><q>{html.escape(quote)}</q> '
        f"<span class=soft>line {claim.quote.line}</span></li>"
    )


def _text(policy: Policy, claims: Sequence[Claim], prefix: str) -> Iterator[str]:
    """The text, block by block; lists and tables are put together again."""
    marks = _Marks(policy.document.text, claims, prefix)
    open_tag = ""
    for block in policy.document.blocks:
        wanted = _container(block)
        if wanted != open_tag:
            yield f"</{open_tag.split()[0]}>" if open_tag else ""
            yield f"<{wanted}>" if wanted else ""
            open_tag = wanted
        yield _block(block, marks)
    yield f"</{open_tag}>" if open_tag else ""


def _container(block: Block) -> str:
    if block.table is not None:
        return "table"
    return "ul" if block.kind is BlockKind.LIST_ITEM else ""


def _block(block: Block, marks: "_Marks") -> str:
    if block.table is not None:
        tag = "th" if block.kind is BlockKind.TABLE_HEADER else "td"
        cells = "".join(f"<{tag}>{marks.between(cell.start, cell.end)}</{tag}>" for cell in block.cells)
        return f"<tr>{cells}</tr>"
    inner = marks.between(block.start, block.end)
    if block.kind is BlockKind.HEADING:
        level = min(6, block.level + 1)
        return f"<h{level}>{inner}</h{level}>"
    if block.kind is BlockKind.LIST_ITEM:
        return f'<li class=p style="margin-left:{min(8, block.level - 1)}rem">{inner}</li>'
    if block.kind is BlockKind.TERM:
        return f"<p class=p><strong>{inner}</strong></p>"
    return f"<p class=p>{inner}</p>"


class _Marks:
    """The text cut at the beginnings and ends of claims, so that overlapping claims nest nowhere."""

    def __init__(self, text: str, claims: Sequence[Claim], prefix: str) -> None:
        self._text = text
        self._prefix = prefix
        self._claims = sorted(claims, key=lambda claim: (claim.quote.start, claim.quote.end))
        self._anchored: set[int] = set()

    def between(self, start: int, end: int) -> str:
        """Return the escaped text between two offsets with its highlights."""
        inside = [claim for claim in self._claims if claim.quote.start < end and claim.quote.end > start]
        cuts = sorted({start, end, *(min(max(at, start), end) for c in inside for at in (c.quote.start, c.quote.end))})
        parts: list[str] = []
        for left, right in pairwise(cuts):
            over = [claim for claim in inside if claim.quote.start <= left and claim.quote.end >= right]
            parts.append(self._piece(left, right, over))
        return "".join(parts)

    def _piece(self, start: int, end: int, over: Sequence[Claim]) -> str:
        shown = _safe(self._text[start:end])
        if not over:
            return shown
        stances = {claim.stance for claim in over}
        stance = over[0].stance if len(stances) == 1 else Stance.CONFLICTING if len(stances) > 1 else Stance.DECLARED
        label = "; ".join(dict.fromkeys(f"{field_words(c.field)}: {stance_words(c.stance)}" for c in over[:12]))
        anchors = [c.quote.start for c in over if c.quote.start not in self._anchored]
        self._anchored.update(anchors)
        spots = "".join(f'<span id="{self._prefix}-{at}"></span>' for at in dict.fromkeys(anchors))
        return f'{spots}<mark class={stance} title="{html.escape(visible(label))}">{shown}</mark>'
