# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What came of a reading, in a sentence."""

from inspector.core.visible import visible
from inspector.gui import words
from inspector.gui.translation import translate
from inspector.gui.views.empty import barred
from inspector.gui.workers import Loaded


def sentence_of(loaded: Loaded, now_us: int) -> str:
    """Return what came of a reading; a part is called a part, and what was not read is not passed over."""
    if not loaded.rows.cookies and not loaded.stopped:
        return _nothing(loaded)
    cookies = words.cookies(len(loaded.rows.cookies))
    stopped = translate("MainWindow", "Stopped: only a part was read, {cookies}")
    whole = translate("MainWindow", "{cookies}, read {when}")
    text = (stopped if loaded.stopped else whole).format(cookies=cookies, when=words.moment(now_us))
    left = translate("MainWindow", "; not everything could be read")
    text = text + left if barred(loaded.reading) and not loaded.stopped else text
    return f"{text}. {_taken_for(loaded)}" if loaded.recognised else text


def _taken_for(loaded: Loaded) -> str:
    """Return what the opened file was taken for; of several, how many more there are."""
    more = len(loaded.recognised) - 1
    first = visible(loaded.recognised[0], 300)
    return translate("MainWindow", "{first}; and {more} more files").format(first=first, more=more) if more else first


def _nothing(loaded: Loaded) -> str:
    """Return why there is no cookie: nothing found, nothing readable, or truly none."""
    if barred(loaded.reading):
        return translate("MainWindow", "Nothing could be read")
    if not loaded.reading.stores:
        return translate("MainWindow", "No cookie store found")
    return translate("MainWindow", "Everything was read; there are no cookies")
