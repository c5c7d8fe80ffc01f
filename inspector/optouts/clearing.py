# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How a person deletes a site's cookies in each browser. The program deletes nothing and opens no settings page.

Chromium opens no settings page that is named from outside (``ValidateUrl`` in chrome/browser/ui/startup allows web
addresses and one page only), and neither extensions nor web pages may; so the address is there to copy. Firefox and
Safari have no address for one site's cookies.
"""

from typing import Final
from urllib.parse import quote

from inspector.core.computer import Platform
from inspector.core.optout import Steps
from inspector.core.store import Family, StoreRef

_SCHEMES: Final = (
    ("edge", "edge"),
    ("brave", "brave"),
    ("opera", "opera"),
    ("vivaldi", "vivaldi"),
    ("yandex", "browser"),
)
_MENUS: Final = {
    Platform.MACOS: "Firefox > Settings",
    Platform.WINDOWS: "the menu (three lines) > Settings",
    Platform.LINUX: "the menu (three lines) > Settings",
}


def settings_address(browser: str, site: str) -> str:
    """Return the address of a Chromium browser's page about one site, to be pasted into its address bar.

    >>> settings_address("edge-beta", "example.com")
    'edge://settings/content/siteDetails?site=https%3A%2F%2Fexample.com'
    """
    scheme = next((scheme for start, scheme in _SCHEMES if browser.startswith(start)), "chrome")
    return f"{scheme}://settings/content/siteDetails?site={quote(f'https://{site}', safe='')}"


def clear_steps(site: str, store: StoreRef, platform: Platform, choices: int) -> Steps:
    """Return the steps for one profile. ``choices`` counts the opt-outs and consent choices that would go, too."""
    warning = _warning(choices)
    profile, browser = store.profile_name or store.profile, store.browser_name or store.browser
    start = f'Start {browser} with the profile "{profile}".' if profile else f"Start {browser}."
    title = f"Delete the cookies of {site} in {store.label}"
    steps: tuple[str, ...]
    match store.family:
        case Family.CHROMIUM:
            steps = (
                start,
                "Copy the address below and paste it into the address bar: no program may open this page for you.",
                'Press "Delete data" and confirm; the site\'s other data goes with its cookies.',
                f"Repeat it for hosts below {site} that have cookies of their own (www.{site}).",
            )
            return Steps(title, steps, settings_address(store.browser, site), warning)
        case Family.FIREFOX:
            steps = (
                start,
                f"Open {_MENUS[platform]} > Privacy & Security > Cookies and Site Data.",
                'Press "Manage Data…" and type the site into the search field.',
                'Choose the site, press "Remove Selected", then "Save Changes".',
            )
            return Steps(title, steps, site, warning)
        case Family.SAFARI:
            steps = (
                start,
                "Open Safari > Settings > Privacy > Manage Website Data….",
                "Type the site into the search field, choose it, and press Remove.",
            )
            return Steps(title, steps, site, warning)
        case Family.FILE:
            steps = ("These cookies come from a file; no browser that holds them is known.",)
            return Steps(f"{site} in {store.file}", steps, "", warning)


def _warning(choices: int) -> str:
    if not choices:
        return ""
    what = "an opt-out or consent choice" if choices == 1 else f"{choices} opt-outs or consent choices"
    return f"You have {what} among them, which would be deleted, too. Keep them unless you want to choose again."
