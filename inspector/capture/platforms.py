# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The buttons of consent platforms: what each calls its banner and its two answers, as its own script makes them.

Only these are pressed without a person. A row needs the platform's own element (``banner``) before any of its buttons
counts; a button that is merely called "OK" is in no row. ``None``: the platform has no such button on its first page,
or one that cannot be told from others. ``>>>`` goes into a shadow root.
"""

import json
from typing import Final, NamedTuple

from inspector.capture.parts import Choice


class Platform(NamedTuple):
    """One consent platform. ``source`` is who documents or makes the elements."""

    name: str
    banner: str
    accept: str | None
    reject: str | None
    source: str

    def button(self, choice: Choice) -> str | None:
        """Return the selector of the button for a choice."""
        return self.accept if choice is Choice.ACCEPTED else self.reject


PLATFORMS: Final = (
    Platform(
        "OneTrust",
        "#onetrust-banner-sdk",
        "#onetrust-accept-btn-handler",
        "#onetrust-reject-all-handler",
        "developer.onetrust.com, banner SDK",
    ),
    Platform(
        "Cookiebot",
        "#CybotCookiebotDialog",
        "#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll, #CybotCookiebotDialogBodyButtonAccept",
        "#CybotCookiebotDialogBodyButtonDecline",
        "support.cookiebot.com, custom dialog template",
    ),
    Platform(
        "Usercentrics",
        "#usercentrics-root",
        "#usercentrics-root >>> [data-testid='uc-accept-all-button']",
        "#usercentrics-root >>> [data-testid='uc-deny-all-button']",
        "docs.usercentrics.com, browser UI v2",
    ),
    Platform(
        "Usercentrics",
        "#usercentrics-cmp-ui",
        "#usercentrics-cmp-ui >>> #accept",
        "#usercentrics-cmp-ui >>> #deny",
        "docs.usercentrics.com, browser UI v3",
    ),
    Platform(
        "Didomi",
        "#didomi-host",
        "#didomi-notice-agree-button",
        "#didomi-notice-disagree-button",
        "developers.didomi.io, web SDK, consent notice",
    ),
    Platform(
        "TrustArc",
        "#truste-consent-track",
        "#truste-consent-button",
        "#truste-consent-required",
        "trustarc.com, cookie consent manager",
    ),
    Platform(
        "Osano",
        ".osano-cm-window",
        ".osano-cm-accept-all",
        ".osano-cm-denyAll",
        "docs.osano.com, styling the consent dialog",
    ),
    Platform(
        "CookieYes",
        ".cky-consent-container",
        ".cky-consent-bar .cky-btn-accept",
        ".cky-consent-bar .cky-btn-reject",
        "cookieyes.com/documentation, banner elements",
    ),
    Platform(
        "Complianz",
        ".cmplz-cookiebanner",
        ".cmplz-cookiebanner .cmplz-accept",
        ".cmplz-cookiebanner .cmplz-deny",
        "complianz.io, banner template",
    ),
    Platform(
        "Sourcepoint",
        ".message-container .message-component",
        "button.sp_choice_type_11",
        "button.sp_choice_type_13",
        "docs.sourcepoint.com, choice types (11 accept all, 13 reject all)",
    ),
    Platform(
        "consentmanager",
        "#cmpbox",
        "#cmpbox .cmpboxbtnyes",
        "#cmpbox .cmpboxbtnno",
        "help.consentmanager.net, custom CSS",
    ),
    Platform(
        "iubenda",
        "#iubenda-cs-banner",
        "#iubenda-cs-banner .iubenda-cs-accept-btn",
        "#iubenda-cs-banner .iubenda-cs-reject-btn",
        "iubenda.com, cookie solution, style",
    ),
    Platform(
        "Google Funding Choices",
        ".fc-consent-root",
        ".fc-consent-root .fc-cta-consent",
        ".fc-consent-root .fc-cta-do-not-consent",
        "support.google.com/fundingchoices, message elements",
    ),
    Platform(
        "tarteaucitron",
        "#tarteaucitronAlertBig",
        "#tarteaucitronPersonalize2",
        "#tarteaucitronAllDenied2",
        "github.com/AmauriC/tarteaucitron.js",
    ),
    Platform(
        "Klaro",
        ".klaro .cookie-notice",
        ".klaro .cookie-notice .cm-btn-success",
        ".klaro .cookie-notice .cn-decline",
        "github.com/klaro-org/klaro-js",
    ),
    Platform(
        "CookieFirst",
        "[data-cookiefirst-widget]",
        "[data-cookiefirst-action='accept']",
        "[data-cookiefirst-action='reject']",
        "support.cookiefirst.com, banner attributes",
    ),
    Platform(
        "Civic Cookie Control",
        "#ccc",
        "#ccc-notify-accept, #ccc-recommended-settings",
        "#ccc-notify-reject, #ccc-reject-settings",
        "civicuk.com/cookie-control/documentation",
    ),
    Platform(
        "Shopify",
        "#shopify-pc__banner",
        "#shopify-pc__banner__btn-accept",
        "#shopify-pc__banner__btn-decline",
        "shopify.dev, customer privacy banner",
    ),
    Platform(
        "HubSpot",
        "#hs-eu-cookie-confirmation",
        "#hs-eu-confirmation-button",
        "#hs-eu-decline-button",
        "developers.hubspot.com, cookie banner",
    ),
    Platform(
        "Termly",
        "#termly-code-snippet-support",
        "#termly-code-snippet-support [data-tid='banner-accept']",
        "#termly-code-snippet-support [data-tid='banner-decline']",
        "support.termly.io, banner attributes",
    ),
)

BANNERS: Final = """(() => BANNERS.filter((selector) => document.querySelector(selector) !== null))()""".replace(
    "BANNERS.", f"{json.dumps([platform.banner for platform in PLATFORMS])}."
)
"""What each frame is asked: which banners are in it."""
