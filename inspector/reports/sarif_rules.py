# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The rules of a SARIF run: their documentation as help, and the properties by which GitHub orders alerts.

No ``security-severity``: a cookie that a policy does not mention is no security fault, and must not be shown as one.
"""

from functools import lru_cache
from typing import Any, Final

from inspector.core.report import Report
from inspector.core.rule_page import AskedRule
from inspector.core.visible import visible
from inspector.reports.markdown_text import escaped

TEXT: Final = 1024  # characters that GitHub takes of a text
TAGS: Final = 20
_TOPICS: Final = {
    "1": "disclosure",
    "2": "promises",
    "3": "lifetime",
    "4": "consent",
    "5": "opt-out",
    "6": "attributes",
}
_SEVERITIES: Final = {"note": "recommendation", "warning": "warning", "error": "error"}


def rule_objects(report: Report) -> list[dict[str, Any]]:
    """Return every rule of the report, and any that only a finding names."""
    rules = [_described(rule) for rule in report.rules]
    known = {rule["id"] for rule in rules}
    for finding in (*report.findings, *(ignored.finding for ignored in report.ignored)):
        if finding.code not in known:
            known.add(finding.code)
            rules.append(bare_rule(finding.code, finding.name, finding.level.value))
    return rules


@lru_cache(maxsize=8192)  # advice and evidence come again and again
def cut(text: str, limit: int = TEXT) -> str:
    """Return text within the limit and safe to look at. What would be a link in a SARIF message (3.11.6) is none.

    >>> cut("[x](https://evil.example)")
    '[x] (https://evil.example)'
    """
    shown = visible(text, limit)
    return visible(shown.replace("](", "] ("), limit) if "](" in shown else shown


def _described(rule: AskedRule) -> dict[str, Any]:
    page = rule.page
    told = bare_rule(page.code, page.name, page.level)
    told["shortDescription"] = {"text": cut(page.summary)}
    told["fullDescription"] = {"text": cut(" ".join(text for title, text in page.sections if title == "What"))}
    told["help"] = {"text": _plain(page.sections), "markdown": _markdown(page.name, page.sections)}
    told["properties"]["precision"] = "medium" if rule.by_label else "high"
    return told


def bare_rule(code: str, name: str, level: str) -> dict[str, Any]:
    """Return a rule of which nothing but code, name and level is at hand."""
    topic = _TOPICS.get(code.removeprefix("CI")[:1], "cookies")
    tags = dict.fromkeys(("privacy", "cookies", topic))
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in name.split("-")),  # 3.49.7: one word for people
        "shortDescription": {"text": name},
        "fullDescription": {"text": name},
        "help": {"text": f"cookie-inspector rule {code}", "markdown": f"`cookie-inspector rule {code}`"},
        "defaultConfiguration": {"level": level},
        "properties": {"tags": list(tags)[:TAGS], "precision": "medium", "problem.severity": _SEVERITIES[level]},
    }


def _plain(sections: tuple[tuple[str, str], ...]) -> str:
    return "\n\n".join(f"{title}: {text}" for title, text in sections)


def _markdown(name: str, sections: tuple[tuple[str, str], ...]) -> str:
    return "\n\n".join((f"# {escaped(name)}", *(f"**{title}.** {escaped(text)}" for title, text in sections)))
