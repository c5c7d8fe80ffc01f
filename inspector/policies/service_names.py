# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Names of services that policies print and the knowledge tables do not hold: no cookie of theirs is known to us.

The name alone is known, so the printed name is the id too, but for the products of a vendor that has one. Names that
are words of the language ("Square", "Adjust") are left out: they are found where a sentence says what they are.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# By trade: measuring, errors, ads of today, ads of 2002-2012, data, affiliates, e-mail, feedback, mobile, parts.
_NAMES: Final = """
    Plausible | Plausible Analytics | Fathom Analytics | Umami | Umami Analytics | Ackee |
    GoatCounter | Simple Analytics | Vercel
    Vercel Analytics | Vercel Web Analytics | Vercel Speed Insights | Koko Analytics | Pirsch | Splitbee | Countly
    TelemetryDeck | Aptabase | Lucky Orange | Clicktale | Coremetrics | SiteMeter | Site Meter | Histats
    eXTReMe Tracker | Extreme Tracking | Webtrekk | Mapp Intelligence | AT Internet | Piano Analytics | Gaug.es
    Mint Analytics | Reinvigorate | Sentry | Datadog | Bugsnag | Rollbar | LogRocket | TrackJS | Raygun
    Crashlytics | Instabug | Mediavine | AdThrive | Raptive | Freestar | Ezoic | Carbon Ads | BuySellAds
    EthicalAds | PropellerAds | Monetag | Media.net | Rubicon | Rubicon Project | Magnite | Primis | Playwire
    Venatus | Snigel | Setupad | AdPushup | Adsterra | Burst Media | BurstNet | Casale Media | AdBrite | ContextWeb
    Undertone Networks | Specific Media | 24/7 Real Media | Traffic Marketplace | Blue Lithium | BlueLithium
    Fastclick | Text Link Ads | Technorati Media | Federated Media | Glam Media | Blogads | BlogHer Ads
    Vibrant Media | IntelliTXT | Clicksor | Bidvertiser | Project Wonderful | Advertising.com | AdEngage | Kanoodle
    Pulse 360 | Pheedo | Adtegrity | Collective Media | Tacoda | Revenue Science | AudienceScience | Rocket Fuel
    Media6Degrees | Dstillery | Meebo | Lijit | VigLink | Intermarkets | eXelate | eBay Partner Network | ShareASale
    TradeDoubler | Affiliate Window | Zanox | LinkSynergy | Impact Radius | PartnerStack | Constant Contact
    Campaign Monitor | Omnisend | ConvertKit | MailerLite | GetResponse | Sendinblue | Clearbit | Demandbase
    Leadfeeder | Albacross | ZoomInfo | Bombora | 6sense | Lead Forensics | Mutiny | ForeSee | OpinionLab
    Trustpilot | Feefo | Bazaarvoice | Livefyre | IntenseDebate | Canny | UserVoice | Beamer | Calendly | Eventbrite
    Font Awesome | Typekit | Adobe Fonts | Mapbox | Shutterstock | Giphy | AppLovin | ironSource | Vungle
    Chartboost | InMobi | MoPub | StartApp | Unity Ads | Kochava | AppsFlyer | AddToAny | ShareThis | Shareaholic
    Janrain | Gigya | LaunchDarkly | Statsig | Kameleoon | AB Tasty | VWO
"""
_OF_VENDORS: Final = {
    "Jetpack": "automattic",
    "Gravatar": "automattic",
    "Akismet": "automattic",
    "WordPress.com Stats": "automattic",
    "WordPress Stats": "automattic",
    "Amazon Associate": "amazon-associates",
    "GA4": "google-analytics",
    "AdMob": "google-ads",
    "Google AdMob": "google-ads",
    "FeedBurner": "google-other",
    "Cloudflare Web Analytics": "cloudflare",
    "Cloudflare Turnstile": "cloudflare",
    "Typekit": "adobe",
    "Adobe Fonts": "adobe",
    "Zopim": "zendesk",
    "Meta Pixel": "facebook",
    "LinkedIn Insight Tag": "linkedin",
    "TikTok Pixel": "tiktok",
    "Pinterest Tag": "pinterest",
    "Snap Pixel": "snap",
    "UET tag": "microsoft-ads",
    "LinkSynergy": "linkshare",
    "Scorecard Research": "comscore",
    "ScorecardResearch": "comscore",
}


def _table() -> dict[str, str]:
    names = [name.strip() for line in _NAMES.splitlines() for name in line.split("|") if name.strip()]
    return {**{name: name.lower() for name in names}, **_OF_VENDORS}


SERVICE_NAMES: Final[Mapping[str, str]] = MappingProxyType(_table())
