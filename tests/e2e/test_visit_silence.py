# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Nothing leaves but the visit: a proxy that stands for the rest of the world is asked for nothing."""

from pathlib import Path

import pytest
from make.browsers import needs_chromium, needs_firefox
from make.lookout import looking_out
from make.planted import recorder_to
from make.plants.server import open_site
from make.recorders import Recorded

from inspector.capture.parts import Outcome

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]

# Long enough for all that either browser was seen to ask for by itself, before it was told not to.
WATCHED_S = 12.0


ENGINES = [pytest.param("chromium", marks=needs_chromium), pytest.param("firefox", marks=needs_firefox)]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_visit_asks_for_nothing_but_the_site(engine: str, tmp_path: Path) -> None:
    with open_site(tmp_path) as site, looking_out() as out:
        options = (f"--proxy-server=http://127.0.0.1:{out.port}", "--proxy-bypass-list=*.test")
        prefs = {"network.proxy.type": 1, "network.proxy.no_proxies_on": ".test"}
        for scheme in ("http", "ssl"):
            prefs |= {f"network.proxy.{scheme}": "127.0.0.1", f"network.proxy.{scheme}_port": out.port}
        more = {"prefs": prefs} if engine == "firefox" else {"options": options}
        events = Recorded()
        recorder = recorder_to(engine, site, tmp_path, events, **more)
        try:
            recorder.start()
            assert recorder.open_page(site.url("/embeds"), 20).outcome is Outcome.OK
            recorder.watch(WATCHED_S)
        finally:
            recorder.close()
        assert out.asked == []
