# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What an opt-out link of a policy is: live, moved, retired, somebody else's, or none at all.

Decided from the bundled tables alone: asking the address would opt nobody out and tell the company who asked. What the
tables do not know is ``unknown``; a false "wrong" is worse than a missed one.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from inspector.core.late_pattern import late
from inspector.core.optout import LinkClass
from inspector.core.visible import visible
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import LegacyLink, LinkStatus, Mechanism, OptOut
from inspector.knowledge.vendors import fold_alias
from inspector.optouts.addresses import Address, Fault, Refused, check_address
from inspector.optouts.redirectors import redirector
from inspector.optouts.strangers import may_speak_for, owner_of, posed_as

_LONGEST: Final = 2048
_SCRIPT: Final = late(r"javascript:", re.IGNORECASE)
_OF_CHOICE: Final = late(  # what the scripts of consent tools and vendors are called that a policy may print
    r"opt[-_]?(?:out|in)|consent|cookie|privacy|revoc|preferenc|settings|optanon|onetrust|didomi|truste|ucscript|uc_ui"
    r"|__tcfapi|googlefc|quantcast|klaro|tarteaucitron|borlabs|usercentrics|ga-?disable|gaoptout|matomo|void\s*\(?0?\)?;?$",
    re.IGNORECASE,
)
_HARMFUL: Final = late(r"document\.cookie|eval\s*\(|fetch\s*\(|\batob\b|fromcharcode|xmlhttprequest|innerhtml", re.I)
_OWN_PLACE: Final = late(r"(?:#|/(?![/\\])|\.{1,2}/)\S*|[\w-]+\.(?:html?|php|aspx?)(?:[?#]\S*)?")
_MAIL: Final = late(r"(?:mailto:)?[^\s@:/]+@(?:[\w-]+\.)+[a-z]{2,}(?:\?\S*)?", re.IGNORECASE)
_PHONE: Final = late(r"(?:tel|sms|callto):", re.IGNORECASE)
_NO_PAGE: Final = late(r"\.(?:gif|png|jpe?g|svg|webp|ico|bmp|js|css|woff2?|mp4|json)(?:[?#]|$)", re.IGNORECASE)
_ARCHIVES: Final = ("web.archive.org", "webcache.googleusercontent.com", "archive.today", "archive.ph", "archive.is")
_STATUS: Final = {
    LinkStatus.LIVE: LinkClass.LIVE,
    LinkStatus.MOVED: LinkClass.MOVED,
    LinkStatus.RETIRED: LinkClass.RETIRED,
}


class Classified(NamedTuple):
    """What a link is and why; ``live`` is the way to use instead (or itself); ``address`` the safe one, if any."""

    link_class: LinkClass
    why: str
    live: OptOut | None = None
    live_url: str | None = None
    address: Address | None = None
    one_click: bool = False


def classify_link(url: str | None, knowledge: Knowledge, target: str = "", named: str | None = None) -> Classified:
    """Return what a link is.

    ``target`` is whose opt-out the policy says it is: a vendor, a programme or ``site``. ``named`` is the vendor that
    the link's own words name, where they name one beyond doubt. ``url`` ``None``: only words name it.
    """
    if url is None:
        return _named_only(target, knowledge)
    mine = _best(knowledge, target)
    if len(url) > _LONGEST:
        return _refused(LinkClass.MALFORMED, f"it is longer than {_LONGEST:,} characters", mine)
    checked = check_address(url)
    if isinstance(checked, Address):
        return _of_address(checked, url, knowledge, target, named)
    return _of_refused(checked, url.strip(), knowledge, target, named)


def _named_only(target: str, knowledge: Knowledge) -> Classified:
    if target == "site":
        return Classified(LinkClass.SITE_ONLY, "the site's own choice: open the site and use its cookie settings there")
    way = _meant(knowledge, target)
    if way is None:
        return Classified(LinkClass.UNKNOWN, "it is named without an address, and none is known")
    if way.status is LinkStatus.LIVE:
        return _live(way, "it is named without an address", None)
    return Classified(
        _STATUS[way.status], f"{way.name} is named without an address; {_gone(way)}", None, way.replaced_by
    )


def classify_words(words: str, knowledge: Knowledge, target: str) -> Classified:
    """Return what an opt-out is that only words name; those of a closed tool ("Keep My Opt-Outs") mean that tool."""
    folded = f" {fold_alias(words[:_LONGEST])} "
    for old in knowledge.legacy_links:
        closed = old.kind == "phrase" and old.status is LinkStatus.RETIRED and old.vendor == target
        if closed and f" {fold_alias(old.pattern)} " in folded:
            found = _of_legacy(old, knowledge, None)
            return found._replace(why=f"{found.why}; it is named without an address")
    return _named_only(target, knowledge)


def _of_refused(refused: Refused, url: str, knowledge: Knowledge, target: str, named: str | None) -> Classified:
    """A link that cannot be opened as it stands; the tables may know what is meant by it."""
    mine = _best(knowledge, target)
    if _MAIL.fullmatch(url):
        return _refused(
            LinkClass.NOT_AN_OPT_OUT, "it is an e-mail address: a letter can be written, nothing opened", mine
        )
    if _PHONE.match(url):
        return _refused(LinkClass.NOT_AN_OPT_OUT, "it is a phone number", mine)
    if _SCRIPT.match(url) and refused.fault is Fault.UNSAFE and refused.scheme == "javascript":
        return _script(url, mine)
    if refused.fault is Fault.UNSAFE:
        return _refused(LinkClass.UNSAFE, refused.why, mine)
    if posed := posed_as(refused.host, knowledge):
        return _refused(LinkClass.WRONG_VENDOR, f"it looks like {posed}, but is another host", mine)
    if refused.fault is Fault.NOT_HTTPS:
        return _plain_http(refused, url, knowledge, target, named)
    old = knowledge.legacy_link(url) if url and "@" not in url else None
    way = knowledge.way_at(url) if url and old is None and " " not in url else None
    if old is not None and not _blank(url):
        return _printed(_of_legacy(old, knowledge, None), "it is printed without https://")
    if way is not None:
        return _printed(_of_way(way, knowledge, None), "it is printed without https://")
    if old is None and url and _OWN_PLACE.fullmatch(url):
        return Classified(
            LinkClass.SITE_ONLY, "it is a place on the site's own page: open the policy there and click it", mine
        )
    live = knowledge.opt_out(old.opt_out) if old is not None else None
    return _refused(
        LinkClass.MALFORMED, refused.why, live if live is not None and live.status is LinkStatus.LIVE else mine
    )


def _blank(url: str) -> bool:
    return any(character.isspace() for character in url)


def _script(url: str, mine: OptOut | None) -> Classified:
    body = url.partition(":")[2]
    if _OF_CHOICE.search(body) and not _HARMFUL.search(body):
        why = "it is a script that works only on the site itself: open its policy page and click it there"
        return Classified(LinkClass.SITE_ONLY, why, mine, mine.url if mine else None)
    return _refused(LinkClass.UNSAFE, "it is a script, which is never run", mine)


def _plain_http(refused: Refused, url: str, knowledge: Knowledge, target: str, named: str | None) -> Classified:
    """Never upgraded silently: the tables' own https address is offered where they have one, else the text to copy."""
    secure = check_address("https" + url[4:])
    if isinstance(secure, Refused):  # what is wrong beyond http was told before
        return _refused(LinkClass.UNSAFE, secure.why, _best(knowledge, target))
    found = _of_address(secure, url, knowledge, target, named)
    if found.link_class in (LinkClass.LIVE, LinkClass.MOVED, LinkClass.RETIRED):
        return _printed(
            found._replace(address=None, one_click=False), "it is printed with http, which is not encrypted"
        )
    if found.link_class is LinkClass.UNKNOWN:
        return _refused(LinkClass.UNSAFE, refused.why, found.live)
    return found._replace(address=None)


def _printed(found: Classified, how: str) -> Classified:
    return found._replace(why=f"{found.why}; {how}", one_click=False)


def _of_address(address: Address, url: str, knowledge: Knowledge, target: str, named: str | None) -> Classified:
    stranger = _wrong_vendor(address, knowledge, target, named)
    if stranger is not None:
        return stranger
    if address.host in _ARCHIVES:
        why = "it is an archive's copy, which cannot opt anybody out"
        return _refused(LinkClass.NOT_AN_OPT_OUT, why, _best(knowledge, target) or _archived(url, knowledge), address)
    if _NO_PAGE.search(address.url.partition("?")[0].partition("#")[0]):
        why = "it is a picture or a script, not a page"
        old = knowledge.legacy_link(url)
        way = knowledge.opt_out(old.opt_out) if old is not None else _best(knowledge, target)
        return _refused(LinkClass.NOT_AN_OPT_OUT, why, way, address)
    way = knowledge.way_at(url)
    if way is not None:
        return _of_way(way, knowledge, address)
    old = knowledge.legacy_link(url)
    if old is not None:
        return _of_legacy(old, knowledge, address)
    return _unknown(address, knowledge, target)


def _unknown(address: Address, knowledge: Knowledge, target: str) -> Classified:
    mine = _best(knowledge, target)
    leads_on = redirector(address)
    if leads_on is not None:
        why = f"it leads on to somewhere else ({leads_on.name}), and where to is not known"
    elif target == "site":
        why = "it is the site's own page, which the tables do not know"
    else:
        why = f"the tables do not know this page of {address.host_text}"
    return Classified(LinkClass.UNKNOWN, why, mine, mine.url if mine else None, address)


def _of_way(way: OptOut, knowledge: Knowledge, address: Address | None) -> Classified:
    if way.status is LinkStatus.LIVE:
        return _live(way, "", address)
    live = _replacement(way, knowledge)
    return Classified(_STATUS[way.status], f"{way.name}: {_gone(way)}", live, way.replaced_by, address)


def _live(way: OptOut, said: str, address: Address | None) -> Classified:
    """Today's way. Only the table's own address may be opened with one click."""
    login = "; it needs an account there" if way.requires_login else ""
    why = f"{way.name}, {way.known}{login}" + (f"; {said}" if said else "")
    mine = check_address(way.url)
    same = isinstance(mine, Address) and address is not None and mine.url == address.url
    return Classified(LinkClass.LIVE, why, way, way.url, address, same and way.one_click)


def _of_legacy(old: LegacyLink, knowledge: Knowledge, address: Address | None) -> Classified:
    way = knowledge.opt_out(old.opt_out)
    live = way if way is not None and way.url == old.replacement and way.status is LinkStatus.LIVE else None
    name = way.name if way is not None else old.opt_out
    if old.status is LinkStatus.LIVE and way is not None:
        found = _live(way, old.note, address)
        return found._replace(live_url=old.replacement or way.url)
    note = f" ({old.note})" if old.note else ""
    gone = "it has moved" if old.status is LinkStatus.MOVED else "it no longer exists"
    on = f"; use {old.replacement}" if old.replacement else "; nothing has taken its place"
    at_once = "acts at once" in old.note
    why = f"{name}: {gone}{note}{on}" + ("; the old page acted as soon as it was opened" if at_once else "")
    return Classified(_STATUS[old.status], why, live, old.replacement, address)


def _gone(way: OptOut) -> str:
    what = "it has moved" if way.status is LinkStatus.MOVED else "it no longer exists"
    return f"{what} ({way.known})" + (f"; use {way.replaced_by}" if way.replaced_by else "")


def _replacement(way: OptOut, knowledge: Knowledge) -> OptOut | None:
    found = knowledge.way_at(way.replaced_by) if way.replaced_by else None
    return found if found is not None and found.status is LinkStatus.LIVE else None


def _refused(link_class: LinkClass, why: str, live: OptOut | None, address: Address | None = None) -> Classified:
    usable = live if live is not None and live.status is LinkStatus.LIVE else None
    return Classified(link_class, why, usable, usable.url if usable else None, address)


def _wrong_vendor(address: Address, knowledge: Knowledge, target: str, named: str | None) -> Classified | None:
    """A host that says it is a vendor's and is another's, or a link whose words name one vendor and lead to another."""
    posed = posed_as(address.host.removesuffix(address.site), knowledge)
    if posed is not None and knowledge.vendor_by_domain(address.host) is None:
        why = f"it looks like {posed}, but belongs to {address.site}"
        return _refused(LinkClass.WRONG_VENDOR, why, _best(knowledge, target))
    meant = knowledge.vendor(named) if named else None
    owner = owner_of(address, knowledge) if meant is not None else None
    if (
        meant is None
        or owner is None
        or redirector(address) is not None
        or may_speak_for(meant, owner, address, knowledge)
    ):
        return None
    why = f"its words name {meant.name}, and it leads to {owner.name} ({visible(address.host_text, 80)})"
    return _refused(LinkClass.WRONG_VENDOR, why, _best(knowledge, meant.id), address)


def _ways(knowledge: Knowledge, target: str) -> tuple[OptOut, ...]:
    vendor = knowledge.vendor(target) or (knowledge.vendor_by_alias(target.replace("-", " ")) if target else None)
    return knowledge.opt_outs(vendor.id) if vendor is not None else ()


def _best(knowledge: Knowledge, target: str) -> OptOut | None:
    """Return the way out of a target that works today and asks least: one that needs no account first."""
    return best_way(_ways(knowledge, target))


def best_way(ways: Iterable[OptOut]) -> OptOut | None:
    """Return the way to use of several: live, by a cookie (which can be checked), without an account, well known."""
    return min(ways, key=rank, default=None)


def rank(way: OptOut) -> tuple[bool, bool, bool, bool]:
    """Return the place of a way among others, the one to use first."""
    dead, no_cookie = way.status is not LinkStatus.LIVE, way.mechanism is not Mechanism.COOKIE
    return (dead, way.requires_login, no_cookie, not way.one_click)


def _meant(knowledge: Knowledge, target: str) -> OptOut | None:
    """Return the way that words alone mean: a programme's cookie tool, though it be closed, before what followed."""
    ways = _ways(knowledge, target)
    return best_way([way for way in ways if way.mechanism is Mechanism.COOKIE]) or best_way(ways)


def _archived(url: str, knowledge: Knowledge) -> OptOut | None:
    """Return the way that an archive's copy is one of."""
    copied = re.search(r"/(https?:/{1,2}.+)$", url)
    old = knowledge.legacy_link(copied[1]) if copied else None
    return knowledge.opt_out(old.opt_out) if old is not None else None
