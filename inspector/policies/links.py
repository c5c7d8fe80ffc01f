# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Find the links to a site's privacy and cookie policies on one of its pages, in many languages, and say why."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from inspector.policies.documents.api import DEFAULT_LIMITS, Limits
from inspector.policies.documents.archives import without_archive
from inspector.policies.documents.html_tokens import Node, Tree
from inspector.policies.patterns import late


class PolicyKind(StrEnum):
    """Which policy a link leads to."""

    COOKIES = "cookies"
    PRIVACY = "privacy"


class PolicyLink(NamedTuple):
    """A link that may lead to a policy: its address, its text, how sure, and what that rests on."""

    url: str
    text: str
    kind: PolicyKind
    score: int
    why: str


# Words of link texts and of paths. The first list of each is sure, the second is weaker.
_COOKIE_SURE: Final = late(
    r"\bcookies?[\s_-]?(?:policy|policies|notice|statement|declaration|information|info|list|table|richtlinie\w*|hinweis\w*|"
    r"erklärung|verklaring|beleid|politik|policyn|pol[ií]tica|charter|disclosure|details)\b|\b(?:politique|charte|gestion|"
    r"utilisation)\b.{0,25}\bcookies?\b|\b(?:pol[ií]tica|informativa|uso|aviso)\b.{0,25}\bcookies?\b|\bpolityk\w+.{0,20}\bcookies?|"
    r"\bcookiebele\w+|\bcookie-?policy|\babout\b.{0,15}\bcookies\b|\b(?:use|uses)\sof\scookies\b|\bevästek\w+|\bkakor\b",
    re.I,
)
_COOKIE_WEAK: Final = late(r"\bcookies?\b|\bcookies?[_-]", re.I)
_PRIVACY_SURE: Final = late(
    r"\bprivacy[\s_-]?(?:policy|policies|notice|statement|info\w*|centre|center|charter|verklaring|beleid|hinweis\w*)\b|"
    r"\bdata[\s_-]?(?:protection|privacy)(?:[\s_-]?(?:policy|notice|statement|declaration))?\b|\bdatenschutz\w*|"
    r"\bpol[ií]ti[cq]\w+\s(?:de\s|di\s|para\s)?(?:la\s)?(?:privaci\w+|confidentialit\w+|protec\w+|privacidade)|"
    r"\b(?:informativa|avviso)\s(?:sulla\s)?privacy|\bprivacybele\w+|\bprivacyverkl\w+|\bpolityk\w+\sprywatno\w+|"
    r"\bintegritetspolic\w+|\bpersonuppgift\w*|\bprivatlivspoliti\w*|\bpersondatapoliti\w*|\bpersonvern\w*|"
    r"\btietosuoja\w*|\bochran\w+\sosobn\w+|\badatvédel\w*|\badatkezel\w*|\bgizlilik\w*|\bprotección\sde\sdatos|"
    r"\bdonnées\s(?:à\scaractère\s)?person\w+|\bconfidențialitate|\bapsaug\w+|\bprivātum\w*|\bπολιτική\sαπορρήτου|"
    r"プライバシー|隐私|隱私|конфиденциальност\w*",
    re.I,
)
_PRIVACY_WEAK: Final = late(
    r"\bprivacy\b|\bconfidentialité\b|\bprivacidad\w*\b|\bprivacidade\b|\bgdpr\b|\brgpd\b|\bdsgvo\b", re.I
)
_NOT: Final = late(
    r"\b(?:settings|preferences|manage|einstellungen|anpassen|paramètres|gérer|configur\w+|instellingen|ustawienia|"
    r"inställningar|indstillinger|impostazioni|accept|reject|allow|do\snot\ssell|your\schoices|opt[\s-]?out|jobs?|careers?|"
    r"applicants?|candidate|recruit\w*|recipes?s?|shield|shop|products?)\b",
    re.I,
)
_PATH_COOKIE: Final = late(r"(?:^|[/_.-])(?:cookies?|cookie-?policy|cookiebele\w*)(?:$|[/_.?-])", re.I)
_PATH_PRIVACY: Final = late(
    r"(?:^|[/_.-])(?:privacy\w*|datenschutz\w*|confidentialite|privacidad\w*|privacidade|data-protection|tietosuoja\w*|"
    r"integritet\w*|persondata\w*|personvern|prywatno\w+)(?:$|[/_.?-])",
    re.I,
)


def find_policy_links(html: str, base_url: str, limits: Limits = DEFAULT_LIMITS) -> tuple[PolicyLink, ...]:
    """Return the links of a page that may lead to its policies, the likeliest first."""
    tree = Tree(html, limits.max_tags, limits.max_depth)
    base = next((node.get("href") for node in tree.nodes if node.tag == "base" and node.get("href")), "")
    base_url = _joined(base_url, base)
    best: dict[str, PolicyLink] = {}
    for node in tree.nodes:
        if node.tag != "a" or not node.get("href"):
            continue
        found = _judged(node, base_url)
        if found and (found.url not in best or best[found.url].score < found.score):
            best[found.url] = found
    return tuple(sorted(best.values(), key=lambda link: (-link.score, link.url)))


def rank_links(links: Iterable[tuple[str, str]], base_url: str) -> tuple[PolicyLink, ...]:
    """Return those of some links (address and text) that may lead to policies, the likeliest first."""
    best: dict[str, PolicyLink] = {}
    for href, text in links:
        found = _judged_link(href, " ".join(text.split()), base_url)
        if found and (found.url not in best or best[found.url].score < found.score):
            best[found.url] = found
    return tuple(sorted(best.values(), key=lambda link: (-link.score, link.url)))


def _judged(node: Node, base_url: str) -> PolicyLink | None:
    return _judged_link(node.get("href"), _text(node), base_url)


def _judged_link(href: str, text: str, base_url: str) -> PolicyLink | None:
    url = _joined(base_url, without_archive(href.strip())).split("#")[0]
    if not url.startswith(("https://", "http://")) or url == base_url.split("#")[0]:
        return None
    parts = urlsplit(url)
    path = parts.path + ("?" + parts.query if parts.query else "")
    if len(text) > 120:
        return None
    kind, score, why = _words(text, path)
    if kind is None:
        return None
    if _NOT.search(text) and score < 100:
        return None
    if not _same_site(urlsplit(base_url).hostname or "", parts.hostname or ""):
        score -= 40
        why += ", on another site"
    return PolicyLink(url, text, kind, score, why) if score > 20 else None


def _words(text: str, path: str) -> tuple[PolicyKind | None, int, str]:
    """The kind that the text or the path names, with a score: a text that says it outweighs a path."""
    by_path = (
        PolicyKind.COOKIES if _PATH_COOKIE.search(path) else PolicyKind.PRIVACY if _PATH_PRIVACY.search(path) else None
    )
    bonus = 20 if by_path else 0
    for pattern, kind, score in (
        (_COOKIE_SURE, PolicyKind.COOKIES, 100),
        (_PRIVACY_SURE, PolicyKind.PRIVACY, 90),
        (_COOKIE_WEAK, PolicyKind.COOKIES, 60),
        (_PRIVACY_WEAK, PolicyKind.PRIVACY, 60),
    ):
        if pattern.search(text):
            return kind, score + bonus, f'the link says "{text}"'
    return (by_path, 50, f"its address has {path[:60]}") if by_path else (None, 0, "")


def _same_site(one: str, other: str) -> bool:
    """Roughly the same site; a wrong guess costs rank, not the link."""
    mine, theirs = one.lower().split("."), other.lower().split(".")
    return mine[-2:] == theirs[-2:]


def _text(node: Node) -> str:
    parts: list[str] = []
    stack = [node]
    while stack:
        held = stack.pop()
        if held.tag == "#text":
            parts.append(held.text)
        elif held.tag == "img":
            parts.append(held.get("alt"))
        elif held.tag not in ("script", "style", "svg"):
            stack.extend(reversed(held.children))
    text = " ".join(" ".join(parts).split())
    return text or " ".join((node.get("aria-label") or node.get("title")).split())


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return ""
