# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The script that runs in every window before the page's own, and tells who writes a cookie.

It calls what it stands in for with the same arguments and gives back what that gave back, or throws what that threw. It
is not hidden: a page that looks can see it.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from inspector.capture.parts import Caller

CHANNEL: Final = "cookie-inspector"
LONGEST: Final = 16_384  # characters of one write that are told

SCRIPT: Final = """(tell) => {
  const pack = JSON.stringify, Trace = Error, longest = 16384;
  const say = (api, what, stack, thrown) => {
    try { tell(pack({api, ...what, stack: stack.slice(0, 8000), thrown, frame: location.href.slice(0, 4000)})); }
    catch (unsaid) { tell(pack({api, unsaid: true})); }
  };
  const own = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  const set = function (text) {
    const stack = new Trace().stack, line = "" + text;
    let thrown = "";
    try { return own.set.call(this, line); }
    catch (error) { thrown = "" + error.name; throw error; }
    finally { say("document.cookie", {line: line.slice(0, longest)}, stack, thrown); }
  };
  Object.defineProperty(Document.prototype, "cookie", {...own, set});
  if (!window.CookieStore) return;
  const facts = (first, value) => {
    const given = typeof first === "object" && first !== null ? first : {name: first, value};
    const {name, value: held, domain, path, expires, sameSite, partitioned} = given;
    const told = {name: "" + name, value: held === undefined ? "" : "" + held, domain, path, sameSite, partitioned};
    told.expires = expires === undefined || expires === null ? null : Number(expires);
    told.value = told.value.slice(0, longest);
    return told;
  };
  for (const api of ["set", "delete"]) {
    const real = CookieStore.prototype[api];
    CookieStore.prototype[api] = function (...given) {
      const stack = new Trace().stack;
      let what = {};
      try { what = {given: facts(...given)}; } catch (odd) { what = {}; }
      const done = real.apply(this, given);
      done.then(() => say("cookieStore." + api, what, stack, ""),
                error => say("cookieStore." + api, what, stack, "" + (error && error.name)));
      return done;
    };
  }
}"""

_FRAME: Final = re.compile(r"(?P<function>.*?)@(?P<url>.*?)(?P<eval> line \d+ > .*?)?:(?P<line>\d+):(?P<column>\d+)")


class Written(NamedTuple):
    """A write as the script tells it. ``line`` is what ``document.cookie`` was given, ``given`` what ``cookieStore`` was."""

    api: str
    frame: str
    line: str | None
    given: Mapping[str, Any] | None
    thrown: str
    stack: tuple[Caller, ...]


def written(message: Mapping[str, Any]) -> Written | None:
    """Return the write of a ``script.message``; ``None`` for one that is none, since a page may send what it likes."""
    data = message.get("data")
    if message.get("channel") != CHANNEL or not isinstance(data, dict) or not isinstance(data.get("value"), str):
        return None
    try:
        told = json.loads(data["value"])
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.get("api") not in ("document.cookie", "cookieStore.set", "cookieStore.delete"):
        return None
    line, given = told.get("line"), told.get("given")
    return Written(
        told["api"],
        _text(told.get("frame")),
        line if isinstance(line, str) else None,
        given if isinstance(given, dict) else None,
        _text(told.get("thrown")),
        stack_of(_text(told.get("stack"))),
    )


def _text(held: Any) -> str:
    return held if isinstance(held, str) else ""


def stack_of(text: str) -> tuple[Caller, ...]:
    """Return a stack of Firefox's without its first line, which is our own script. Innermost first."""
    frames = (_FRAME.fullmatch(line) for line in text.split("\n")[1:21])
    return tuple(
        Caller("script", found["url"], int(found["line"]), int(found["column"]), found["function"])
        for found in frames
        if found is not None
    )
