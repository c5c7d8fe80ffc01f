# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the site family serves beside cookies. ``{writes}`` is where a document or script writes its planted cookies;
``{HOST}`` of a host, such as ``{ads.test}``, is its address with the port."""

from typing import Final

from make.plants import choices

PICTURE: Final = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>"
STORE: Final = "if (window.cookieStore) { {stores} }"

EMBEDS: Final = """<!doctype html><title>Embeds</title><h1>Embeds</h1>
<link rel="preload" as="image" href="{ads.test}/preload.svg">
<link rel="stylesheet" href="{ads.test}/style.css">
<style>@font-face { font-family: far; src: url({ads.test}/font.woff2) }
@font-face { font-family: near; src: url(/font.woff2) }</style>
<p style="font-family: far">far</p><p style="font-family: near">near</p><p class="painted">painted</p>
<img src="{ads.test}/image.svg" alt=""><img src="{ads.test}/unstated.svg" alt=""><img src="{ads.test}/lax.svg" alt="">
<img src="{ads.test}/sync" alt=""><img src="{ads.test}/preload.svg" alt=""><img src="{ads.test}/missing.svg" alt="">
<img src="{metrics.shop.test}/collect.svg" alt="">
<video src="{ads.test}/film.webm" preload="auto" muted></video>
<a href="/privacy">Privacy and cookies</a>
<script>
const far = "{ads.test}", quiet = () => null;
fetch(far + "/fetch.json", {credentials: "include"}).catch(quiet);
fetch(far + "/fetch-without.json").catch(quiet);
fetch(far + "/nothing", {credentials: "include"}).catch(quiet);
fetch("/own.json").catch(quiet);
for (const [path, taken] of [["/xhr.json", true], ["/xhr-without.json", false]]) {
  const asked = new XMLHttpRequest();
  asked.open("GET", far + path);
  asked.withCredentials = taken;
  asked.send();
}
navigator.sendBeacon(far + "/beacon", "seen");
new WebSocket(far.replace("https:", "wss:") + "/socket");
new Worker(URL.createObjectURL(new Blob([`fetch("${far}/worker.json", {credentials: "include"})`])));
</script>"""

FRAMES: Final = """<!doctype html><title>Frames</title><h1>Frames</h1>
<iframe src="{widget.test}/frame"></iframe>
<iframe src="{widget.test}/sandboxed" sandbox="allow-scripts"></iframe>
<iframe srcdoc="<script>{write f_srcdoc}</script>"></iframe>
<iframe src="data:text/html,<script>try { {write f_data} } catch (refused) {}</script>"></iframe>
<iframe id="blank"></iframe>
<script>const within = document.getElementById("blank").contentDocument; {write f_blank within}</script>"""

SCRIPTS: Final = """<!doctype html><title>Scripts</title><h1>Scripts</h1>
<script>
{write s_inline}
{write s_brief}
{write s_brief end}
eval('{write s_eval}');
setTimeout(() => { {write s_late} }, 50);
localStorage.setItem("k_local", "1");
sessionStorage.setItem("k_session", "12");
{write s_deleted}
if (window.cookieStore) cookieStore.set("s_store", "1").then(() => cookieStore.delete("s_deleted"));
</script>
<script src="{tags.test}/tag.js"></script>
<script src="{tags.test}/loader.js"></script>
<script src="{tags.test}/store.js"></script>
<script type="module" src="{tags.test}/module.js"></script>"""

WORKING: Final = """<!doctype html><title>Working</title><h1>Working</h1>
<script>
navigator.serviceWorker.register("/worker.js").then(() => navigator.serviceWorker.ready)
  .then(() => new Promise(done => navigator.serviceWorker.controller ? done()
    : navigator.serviceWorker.addEventListener("controllerchange", done)))
  .then(() => fetch("/passed.json")).then(() => { document.title = "Worked"; })
  .catch(wrong => { document.title = "Not worked: " + wrong; });
</script>"""

WORKER: Final = """
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil((async () => {
  await fetch("{ads.test}/by-worker.json", {credentials: "include"}).catch(() => null);
  if (self.cookieStore) await cookieStore.set("s_worker_store", "1");
  await self.clients.claim();
})()));
self.addEventListener("fetch", event => {
  if (event.request.url.endsWith("/passed.json")) event.respondWith(fetch(event.request));
});"""

OPENING: Final = """<!doctype html><title>Windows</title><h1>Windows</h1><button id="open">Open</button><script>
document.getElementById("open").onclick = () => window.open("{where}");
</script>"""


def banner(kind: choices.Banner) -> str:
    """Return a page with the banner of a platform, which keeps its word in nothing."""
    return f"""<!doctype html><title>{kind.platform}</title><h1>Shop</h1>
<img src="{{ads.test}}/early.svg" alt="">
<div id="{kind.container}" role="dialog"><p>We value your privacy.</p>
<button id="{kind.accept}">Accept all</button> <button id="{kind.reject}">Reject all</button></div>
<script>
window.{kind.api} = {{IsAlertBoxClosed: () => !shown(), hasResponse: false}};
const box = document.getElementById("{kind.container}");
const shown = () => !box.hidden;
function answer(word, path) {{
  box.hidden = true;
  document.cookie = "{kind.own_cookie}=" + word + "; path=/; max-age=31536000";
  {kind.api}.hasResponse = true;
  const picture = new Image();
  picture.src = "{{ads.test}}/" + path + ".svg";
  document.body.append(picture);
}}
document.getElementById("{kind.accept}").addEventListener("click", () => {{
  answer("yes", "accepted");
  {{write c_accepted}}
}});
document.getElementById("{kind.reject}").addEventListener("click", () => {{
  answer("no", "refused");
  {{write c_anyway}}
}});
if (document.cookie.includes("{kind.own_cookie}=")) box.hidden = true;
</script>"""


def _plain(title: str, body: str = "") -> tuple[str, str]:
    return "text/html", f"<!doctype html><title>{title}</title><h1>{title}</h1>{body}"


# Host and path: content type and body. What is not here and has a plant is a picture, a script or JSON by its name.
BODIES: Final[dict[tuple[str, str], tuple[str, str]]] = {
    ("shop.test", "/"): _plain("Shop", '<a href="/privacy">Privacy and cookies</a>'),
    ("shop.test", "/privacy"): _plain("Privacy and cookies", "<p>We do not use third-party cookies.</p>"),
    ("shop.test", "/attributes"): _plain("Attributes", "<script>{writes}</script>"),
    ("shop.test", "/embeds"): ("text/html", EMBEDS),
    ("shop.test", "/frames"): ("text/html", FRAMES),
    ("shop.test", "/scripts"): ("text/html", SCRIPTS),
    ("shop.test", "/working"): ("text/html", WORKING),
    ("shop.test", "/worker.js"): ("text/javascript", WORKER),
    ("shop.test", "/popups"): ("text/html", OPENING.replace("{where}", "{ads.test}/popup")),
    ("shop.test", "/windows"): ("text/html", OPENING.replace("{where}", "/window")),
    ("shop.test", "/embedded"): _plain("Embedded"),
    ("shop.test", "/refreshing"): _plain("Refreshing", '<meta http-equiv="refresh" content="0; url=/refreshed">'),
    ("shop.test", "/refreshed"): _plain("Refreshed"),
    ("shop.test", "/leaving"): _plain("Leaving", '<script>location.href = "/left"</script>'),
    ("shop.test", "/left"): _plain("Left"),
    ("shop.test", "/arrived"): _plain("Arrived"),
    ("shop.test", "/window"): _plain("Window"),
    ("ads.test", "/popup"): _plain("Advertisement"),
    ("ads.test", "/style.css"): ("text/css", ".painted { background: url(background.svg) }"),
    ("ads.test", "/film.webm"): ("video/webm", ""),
    ("widget.test", "/frame"): (
        "text/html",
        "<!doctype html><title>Widget</title>"
        "<script>{writes} try { localStorage.setItem('k_frame', '1') } catch (no) {}"
        '</script><iframe src="{inner.test}/nested"></iframe><iframe src="{shop.test}/embedded"></iframe>',
    ),
    ("widget.test", "/sandboxed"): ("text/html", "<!doctype html><script>try { {writes} } catch (refused) {}</script>"),
    ("inner.test", "/nested"): ("text/html", "<!doctype html><title>Inner</title><script>{writes}</script>"),
    ("tags.test", "/tag.js"): ("text/javascript", "{writes}"),
    ("tags.test", "/loader.js"): (
        "text/javascript",
        "const next = document.createElement('script');"
        " next.src = '{tags.test}/second.js'; document.head.append(next);",
    ),
    ("tags.test", "/second.js"): ("text/javascript", "{writes}"),
    ("tags.test", "/module.js"): ("text/javascript", "{writes}"),
    ("tags.test", "/store.js"): ("text/javascript", "if (window.cookieStore) cookieStore.set('s_store_tag', '1');"),
} | {("shop.test", kind.page): ("text/html", banner(kind)) for kind in choices.BANNERS}

# Where a redirect leads: an address, and the status.
REDIRECTS: Final[dict[tuple[str, str], tuple[str, int]]] = {
    ("ads.test", "/sync"): ("{sync.test}/sync", 302),
    ("sync.test", "/sync"): ("{match.test}/match.svg", 307),
    ("shop.test", "/moved"): ("/arrived", 301),
    ("shop.test", "/bounce"): ("{sync.test}/bounce", 302),
    ("sync.test", "/bounce"): ("{shop.test}/arrived", 302),
}
STATUS: Final[dict[tuple[str, str], int]] = {("ads.test", "/missing.svg"): 404, ("ads.test", "/nothing"): 204}
TYPES: Final = {".svg": "image/svg+xml", ".js": "text/javascript", ".json": "application/json", ".woff2": "font/woff2"}
