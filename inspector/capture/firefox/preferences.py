# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The preferences of the fresh profile: nothing but the visit leaves the machine, nothing stands in its way.

What a site can tell apart stays as Firefox is delivered. Names and defaults are those of ``StaticPrefList.yaml``,
``all.js`` and ``firefox.js``; most of the first table is what Firefox's own tests set to be alone
(``testing/profiles``). That nothing else is asked for is tested (tests/e2e/test_visit_firefox.py).
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from inspector.capture.parts import Mode

_NOWHERE: Final = "data:,"

# Everything that Firefox asks for by itself: updates, lists, studies, reports, suggestions, probes of the network.
SILENCE: Final[dict[str, Any]] = {
    "app.normandy.enabled": False,
    "app.shield.optoutstudies.enabled": False,
    "app.update.auto": False,
    "app.update.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.contentblocking.report.monitor.enabled": False,
    "browser.discovery.enabled": False,
    "browser.ml.enable": False,
    "browser.newtabpage.activity-stream.feeds.system.topstories": False,
    "browser.newtabpage.activity-stream.feeds.topsites": False,
    "browser.newtabpage.activity-stream.telemetry": False,
    "browser.newtabpage.enabled": False,
    "browser.newtab.preload": False,
    "browser.pagethumbnails.capturing_disabled": True,
    "browser.ping-centre.telemetry": False,
    "browser.region.network.url": "",
    "browser.region.update.enabled": False,
    "browser.safebrowsing.blockedURIs.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.safebrowsing.provider.google.gethashURL": "",
    "browser.safebrowsing.provider.google.updateURL": "",
    "browser.safebrowsing.provider.google4.gethashURL": "",
    "browser.safebrowsing.provider.google4.updateURL": "",
    "browser.safebrowsing.provider.mozilla.gethashURL": "",
    "browser.safebrowsing.provider.mozilla.updateURL": "",
    "browser.safebrowsing.update.enabled": False,
    "browser.search.serpEventTelemetryCategorization.enabled": False,
    "browser.search.suggest.enabled": False,
    "browser.search.update": False,
    "browser.topsites.contile.enabled": False,
    "browser.urlbar.suggest.searches": False,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "datareporting.usage.uploadEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.blocklist.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "geo.provider.network.url": "",
    "identity.fxaccounts.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "media.gmp-manager.url": _NOWHERE,
    "media.gmp-manager.url.override": _NOWHERE,
    "messaging-system.rsexperimentloader.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.http.speculative-parallel-limit": 0,
    "network.predictor.enabled": False,
    "network.prefetch-next": False,
    "network.trr.mode": 5,  # names are resolved as the system resolves them
    "nimbus.rollouts.enabled": False,
    "security.OCSP.enabled": 0,
    "security.certerrors.mitm.priming.enabled": False,
    "security.remote_settings.crlite_filters.enabled": False,
    "security.remote_settings.intermediates.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "signon.management.page.breach-alerts.enabled": False,
    "telemetry.fog.test.localhost_port": -1,  # Glean's pings go nowhere
    "toolkit.coverage.opt-out": True,
    "toolkit.telemetry.enabled": False,
    "toolkit.telemetry.server": _NOWHERE,
    "toolkit.telemetry.unified": False,
}

# No page of Firefox's own, no question, no waiting; and a console that speaks the language that we know it in.
PLAIN: Final[dict[str, Any]] = {
    "browser.aboutwelcome.enabled": False,
    "browser.sessionstore.resume_from_crash": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.tabs.closeWindowWithLastTab": False,
    "browser.tabs.warnOnClose": False,
    "browser.translations.enable": False,
    "browser.warnOnQuit": False,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "dom.disable_open_during_load": True,  # Firefox's default, which its remote agent would turn off
    "dom.ipc.processPrelaunch.enabled": False,
    "dom.ipc.reportProcessHangs": False,
    "dom.max_script_run_time": 0,
    "extensions.autoDisableScopes": 15,
    "extensions.enabledScopes": 0,
    "intl.accept_languages": "en-US, en",
    "intl.locale.requested": "en-US",
    "startup.homepage_welcome_url": "about:blank",
    "startup.homepage_welcome_url.additional": "",
    "toolkit.cosmeticAnimations.enabled": False,
    "toolkit.startup.max_resumed_crashes": -1,
    "trailhead.firstrun.didSeeAboutWelcome": True,
}

# ``network.cookie.cookieBehavior``: 5 keeps third-party cookies in a jar of the visited site (the default since 103),
# 0 keeps them as it keeps all others (nsICookieService.idl).
MODES: Final[dict[Mode, dict[str, Any]]] = {
    Mode.DEFAULT: {"network.cookie.cookieBehavior": 5, "browser.contentblocking.category": "standard"},
    Mode.ALLOWED: {"network.cookie.cookieBehavior": 0, "browser.contentblocking.category": "custom"},
}
GPC: Final[dict[str, Any]] = {
    "privacy.globalprivacycontrol.enabled": True,
    "privacy.globalprivacycontrol.functionality.enabled": True,
}


def write_preferences(profile: Path, mode: Mode, gpc: bool, more: Mapping[str, Any]) -> None:
    """Write ``user.js`` of a fresh profile; ``more`` goes before everything."""
    folder = {"browser.download.folderList": 2, "browser.download.dir": str(profile / "downloads")}
    prefs = SILENCE | PLAIN | folder | MODES[mode] | (GPC if gpc else {}) | dict(more)
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in prefs.items())
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
