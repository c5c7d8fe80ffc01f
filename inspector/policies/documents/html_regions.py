# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which parts of a page are not the policy: hidden text, navigation, banners, an archive's toolbar.

A region is dropped for what its markup says it is. Two safeguards: text that the reader of the page can unfold is not
hidden, and a "header" or "menu" that holds most of the page's text is not a header or a menu (people misuse markup).
"""

import re
from typing import Final

from inspector.policies.documents.html_tokens import Node, Tree
from inspector.policies.patterns import late

_NEVER: Final = frozenset(
    "script style template noscript svg math canvas audio video object embed iframe select datalist "  # noqa: SIM905 - reads better
    "head map noembed noframes textarea title progress meter input img".split()
)
_NAVIGATION_ROLES: Final = frozenset({"navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar"})
_SOFT: Final = frozenset({"nav", "header", "footer", "dialog", "aside"})  # told without an attribute
_SECTIONS: Final = frozenset({"article", "main", "section"})
_HIDDEN_STYLE: Final = late(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_HIDDEN_CLASS: Final = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader govuk-visually-hidden "  # noqa: SIM905 - reads better
    "u-hidden-visually sr-only-focusable d-none is-hidden visually-hidden-focusable hide-text".split()
)
# Consent platforms' own elements, by id or class: a banner is the site's interface, not its policy.
_BANNER: Final = late(
    r"^(?:onetrust-(?:banner-sdk|consent-sdk|pc-sdk)|cybotcookiebotdialog\w*|usercentrics-(?:root|cmp-ui)|didomi-(?:host"
    r"|popup|notice)|qc-cmp2-\w+|truste-consent-\w+|truste_overlay|cc-window|cc-banner|osano-cm-(?:window|dialog)|"
    r"iubenda-cs-banner|cky-(?:consent-container|modal|overlay)|termly-\w*consent\w*|sp_message_container\w*|"
    r"cookie-?(?:banner|bar|popup|overlay|notice|consent-banner|alert|message|modal|notification)\w*|"
    r"(?:eu|gdpr|global)-cookie-(?:banner|message|bar|notice)\w*|cookie-law-info-bar|klaro|cmplz-cookiebanner\w*|"
    r"govuk-cookie-banner|tarteaucitron(?:alert\w*|root)|axeptio_overlay|moove_gdpr_cookie_\w+)$",
    re.I,
)
_ARCHIVE_BAR: Final = late(r"^(?:wm-ipp\S*|donato|playback|archive-?bar|memento-?toolbar)$", re.I)
_MENU: Final = late(
    r"^(?:(?:main|site|top|primary|secondary|global|mobile|page|footer|header|sub|side)?[-_]?(?:nav|navi|navbar|menu|"
    r"navigation)|breadcrumbs?|(?:site|page|main|global)[-_]?(?:header|footer)|footer|header|sidebar|pagination|"
    r"skip-?(?:link|nav|to-content)|share-?(?:buttons|links|bar)?|social-?(?:links|icons|media)|topbar|toc)$",
    re.I,
)
_TOGGLES: Final = ("aria-controls", "data-target", "data-bs-target", "data-toggle-target", "data-collapse")


def drop_regions(tree: Tree) -> Node:
    """Mark what is not the policy (``node.drop`` says why) and return the element to read."""
    unfoldable = _unfoldable(tree)
    called: dict[tuple[str, str], str] = {}  # classes and ids come back
    for node in tree.nodes[1:]:
        if node.tag != "#text":
            node.drop = _hard_reason(node, unfoldable, called)
    _measure(tree)
    total = tree.root.size
    dropped = False
    for node in tree.nodes[1:]:
        if node.drop or not (node.attributes or node.tag in _SOFT):
            continue
        reason = _soft_reason(node)
        if reason and node.size * 2 <= total:
            node.drop, dropped = reason, True
    if dropped:
        _measure(tree)
    return _main(tree)


def _unfoldable(tree: Tree) -> frozenset[str]:
    """Ids of elements that a button or link on the page shows: accordions and tabs."""
    found: set[str] = set()
    for node in tree.nodes:
        if not node.attributes:
            continue
        for name in _TOGGLES:
            if name in node.attributes:
                found.update(word.lstrip("#") for word in node.attributes[name].split())
        if node.tag == "a" and node.get("href").startswith("#"):
            found.add(node.get("href")[1:])
    return frozenset(found - {""})


def _hard_reason(node: Node, unfoldable: frozenset[str], called: dict[tuple[str, str], str]) -> str:
    if node.tag in _NEVER:
        return "not text"
    if node.tag == "#comment":
        return "comment"
    attributes = node.attributes
    if not attributes or node.tag in ("body", "html"):
        return ""
    key = (attributes.get("class", ""), attributes.get("id", ""))
    if key not in called:
        called[key] = _named_reason((*key[0].split(), key[1]))
    if called[key]:
        return called[key]
    if attributes.get("id") in unfoldable or attributes.get("aria-labelledby") in unfoldable:
        return ""
    hidden = (
        ("hidden" in attributes and attributes["hidden"].lower() != "until-found")
        or (attributes.get("aria-hidden", "").lower() == "true" and node.tag != "a")
        or ("style" in attributes and _HIDDEN_STYLE.search(attributes["style"]) is not None)
        or not _HIDDEN_CLASS.isdisjoint(attributes.get("class", "").lower().split())
    )
    return "hidden" if hidden and attributes.get("role") != "tabpanel" else ""


def _named_reason(names: tuple[str, ...]) -> str:
    """What an element's classes and id say that it is."""
    if any(_ARCHIVE_BAR.match(name) for name in names):
        return "archive toolbar"
    return "cookie banner" if any(_BANNER.match(name) for name in names) else ""


def _soft_reason(node: Node) -> str:
    """A reason that markup gives, but that may be a misuse; the caller weighs it against the page."""
    tag, role = node.tag, node.get("role").lower()
    if tag == "nav" or role in _NAVIGATION_ROLES:
        return "navigation"
    if tag in ("header", "footer") and not _inside(node, _SECTIONS):
        return tag
    if role in ("dialog", "alertdialog") or tag == "dialog":
        return "dialog"
    mostly_links = node.link_size * 2 > node.size
    if tag == "aside" and mostly_links:
        return "aside"
    names = (*node.get("class").split(), node.get("id"))
    if (
        mostly_links
        and tag in ("div", "ul", "ol", "td", "table", "p", "a")
        and any(_MENU.match(name) for name in names)
    ):
        return "menu"
    return ""


def _inside(node: Node, tags: frozenset[str]) -> bool:
    held = node.parent
    while held is not None:
        if held.tag in tags:
            return True
        held = held.parent
    return False


def _measure(tree: Tree) -> None:
    """Count the shown characters of every element, and those of them that are links."""
    for node in tree.nodes:
        node.size = node.link_size = 0
    for node in reversed(tree.nodes):
        if node.tag == "#text" and not node.drop:
            node.size = len(node.text.strip())
        parent = node.parent
        if parent is None or node.drop:
            continue
        parent.size += node.size
        parent.link_size += node.size if node.tag == "a" else node.link_size


def _main(tree: Tree) -> Node:
    """The element that the page itself calls its main part, where that holds most of the text."""
    mains = [n for n in tree.nodes if (n.tag == "main" or n.get("role").lower() == "main") and not n.drop]
    if len(mains) == 1 and mains[0].size >= 200 and mains[0].size * 2 >= tree.root.size:
        return mains[0]
    return tree.root
