# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A few third parties for tests of sentences; the program's own come from the knowledge tables."""

from collections.abc import Mapping
from types import MappingProxyType

from inspector.policies.lexicon import OptOutLink

NAMES = MappingProxyType(
    {
        "Google Analytics": "google-analytics",
        "Google AdSense": "google-ads",
        "AdSense": "google-ads",
        "DoubleClick": "google-ads",
        "DART": "google-ads",
        "Google": "google-other",
        "YouTube": "youtube",
        "Facebook": "facebook",
        "Twitter": "twitter",
        "Criteo": "criteo",
        "Taboola": "taboola",
        "Outbrain": "outbrain",
        "Hotjar": "hotjar",
        "Mixpanel": "mixpanel",
        "Quantcast": "quantcast",
        "PayPal": "paypal",
        "Segment": "segment",
        "Network Advertising Initiative": "nai",
    }
)
HOSTS = MappingProxyType(
    {
        "google.com": "google-other",
        "tools.google.com": "google-analytics",
        "adssettings.google.com": "google-ads",
        "criteo.com": "criteo",
        "hotjar.com": "hotjar",
        "facebook.com": "facebook",
    }
)
PHRASES = MappingProxyType({"Google ad and content network privacy policy": "google-ads", "DART cookie": "google-ads"})
LIVE = MappingProxyType(
    {
        "google-ads": OptOutLink("google-ads", "https://adssettings.google.com/partnerads", "moved"),
        "nai": OptOutLink("nai", "https://thenai.org/", "retired"),
    }
)


class SmallLexicon:
    """The tables above."""

    aliases: Mapping[str, str] = NAMES
    phrases: Mapping[str, str] = PHRASES

    def opt_out(self, url: str) -> OptOutLink | None:
        """Only one address is known."""
        return OptOutLink("google-analytics") if "dlpage/gaoptout" in url else None

    def live(self, target: str) -> OptOutLink | None:
        """What works today."""
        return LIVE.get(target)

    def vendor_of_host(self, host: str) -> str | None:
        """The vendor of a host or of its parents."""
        labels = host.split(".")
        return next((HOSTS[name] for at in range(len(labels)) if (name := ".".join(labels[at:])) in HOSTS), None)
