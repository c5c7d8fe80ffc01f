# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Addresses that lead on to others: where they end is not in them, or is whatever stands in them. None is resolved."""

from typing import Final, NamedTuple

from inspector.optouts.addresses import Address


class Redirector(NamedTuple):
    """A host and the beginning of a path ("" for the whole host), and whose it is."""

    host: str
    path: str
    name: str


REDIRECTORS: Final = (
    Redirector("www.google.com", "/url", "Google's redirector"),
    Redirector("google.com", "/url", "Google's redirector"),
    Redirector("www.googleadservices.com", "/pagead/aclk", "Google's ad click counter"),
    Redirector("adclick.g.doubleclick.net", "", "Google's ad click counter"),
    Redirector("go.microsoft.com", "/fwlink", "Microsoft's short addresses"),
    Redirector("aka.ms", "", "Microsoft's short addresses"),
    Redirector("l.facebook.com", "/l.php", "Facebook's redirector"),
    Redirector("lm.facebook.com", "/l.php", "Facebook's redirector"),
    Redirector("l.instagram.com", "", "Instagram's redirector"),
    Redirector("www.youtube.com", "/redirect", "YouTube's redirector"),
    Redirector("www.linkedin.com", "/redir", "LinkedIn's redirector"),
    Redirector("lnkd.in", "", "LinkedIn's short addresses"),
    Redirector("out.reddit.com", "", "Reddit's redirector"),
    Redirector("t.umblr.com", "/redirect", "Tumblr's redirector"),
    Redirector("t.co", "", "X's short addresses"),
    Redirector("bit.ly", "", "a service for short addresses"),
    Redirector("tinyurl.com", "", "a service for short addresses"),
    Redirector("goo.gl", "", "Google's short addresses"),
    Redirector("ow.ly", "", "a service for short addresses"),
    Redirector("is.gd", "", "a service for short addresses"),
    Redirector("buff.ly", "", "a service for short addresses"),
    Redirector("cutt.ly", "", "a service for short addresses"),
    Redirector("rebrand.ly", "", "a service for short addresses"),
    Redirector("href.li", "", "a redirector"),
    Redirector("urldefense.com", "", "a mail filter's redirector"),
    Redirector("urldefense.proofpoint.com", "", "a mail filter's redirector"),
    Redirector("eur01.safelinks.protection.outlook.com", "", "a mail filter's redirector"),
    Redirector("nam01.safelinks.protection.outlook.com", "", "a mail filter's redirector"),
    Redirector("protect-us.mimecast.com", "", "a mail filter's redirector"),
)


def redirector(address: Address) -> Redirector | None:
    """Return whose redirector an address is, if it is one."""
    path = address.url[len("https://") + len(address.host) :]
    for known in REDIRECTORS:
        if address.host == known.host and path.startswith(known.path or "/"):
            return known
    if address.host.endswith(".safelinks.protection.outlook.com"):
        return Redirector(address.host, "", "a mail filter's redirector")
    return None
