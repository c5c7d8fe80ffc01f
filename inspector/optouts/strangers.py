# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whether a host is whose it seems to be: strangers that begin with a known name, and companies that are not meant."""

from inspector.knowledge.book import Knowledge
from inspector.knowledge.domains import ancestors
from inspector.knowledge.records import OptOut, Vendor
from inspector.knowledge.site import public_site
from inspector.optouts.addresses import Address, check_address


def posed_as(name: str, knowledge: Knowledge) -> str | None:
    """Return the known host that a stranger's name begins with: ``adssettings.google.com.evil.example``."""
    labels = name.strip(".").split(".")
    for end in range(len(labels), 1, -1):
        host = ".".join(labels[:end])
        if public_site(host) is not None and knowledge.vendor_by_domain(host) is not None:
            return host
    return None


def owner_of(address: Address, knowledge: Knowledge) -> Vendor | None:
    """Return whose host it is, by the vendors' domains, else by the hosts of their ways out."""
    vendor = knowledge.vendor_by_domain(address.host)
    if vendor is not None:
        return vendor
    owners = {way.vendor for way in knowledge.ways_out if _is_of(way, address)}
    return knowledge.vendor(owners.pop()) if len(owners) == 1 else None


def _is_of(way: OptOut, address: Address) -> bool:
    if address.site not in way.url:
        return False
    host = check_address(way.url)
    return isinstance(host, Address) and host.site == address.site


def may_speak_for(meant: Vendor, owner: Vendor, address: Address, knowledge: Knowledge) -> bool:
    """Whether a host may speak for a vendor: the same company, a programme, or one that the tables send it to."""
    if meant.company == owner.company or "programme" in owner.kinds or "consent" in owner.kinds:
        return True
    if "programme" in meant.kinds:
        return True
    above = frozenset(ancestors(address.host))
    for way in knowledge.opt_outs(meant.id):
        host = check_address(way.url)
        if isinstance(host, Address) and (host.site == address.site or host.host in above):
            return True
    old = knowledge.legacy_link(address.url)
    return old is not None and old.vendor == meant.id
