# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is done in a page from outside: looking at it, reading its storages, pressing a button as a person does."""

import base64
import binascii
import json
import time
from collections.abc import Iterator
from typing import Any, Final

from inspector.capture.firefox.remote import plain
from inspector.capture.firefox.session import RefusedError, Session
from inspector.capture.parts import StoredKey
from inspector.capture.probes import STORAGE
from inspector.capture.wire import NoAnswerError

SANDBOX: Final = "cookie-inspector"
_PATIENCE_S: Final = 3.0
_MOST_FRAMES: Final = 100
_ALL_S: Final = 10.0  # for all frames of a page together
_LONGEST: Final = 5_000_000  # characters of one answer

_CLEAR: Final = """(() => { for (const name of ["localStorage", "sessionStorage"]) {
  try { window[name].clear(); } catch (refused) {} } return true; })()"""

# The first visible element of a selector; ">>>" goes into the shadow root of what was found so far.
_FIND: Final = """(selector) => {
  const steps = selector.split(">>>").map(step => step.trim());
  const find = (root, left) => {
    for (const one of root.querySelectorAll(left[0])) {
      if (left.length > 1) {
        const within = one.shadowRoot && find(one.shadowRoot, left.slice(1));
        if (within) return within;
        continue;
      }
      const box = one.getBoundingClientRect(), look = getComputedStyle(one);
      const shown = box.width > 0 && box.height > 0 && look.visibility === "visible" && look.display !== "none";
      if (shown && !one.disabled) return one;
    }
    return null;
  };
  const found = find(document, steps);
  if (found) found.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
  return found;
}"""


def contexts_of(session: Session) -> Iterator[tuple[str, str, bool]]:
    """Yield the id and address of every tab and frame, and whether it is a tab, what holds a frame before the frame."""
    tree = session.call("browsingContext.getTree", _PATIENCE_S)
    waiting = [(entry, True) for entry in reversed(tree.get("contexts") or [])]
    while waiting:
        entry, top = waiting.pop()
        yield str(entry.get("context", "")), str(entry.get("url", "")), top
        waiting += [(child, False) for child in reversed(entry.get("children") or [])]


def evaluate(session: Session, context: str, expression: str, *, apart: bool, patience_s: float = _PATIENCE_S) -> Any:
    """Return what a script is in a frame, as JSON has it; ``None`` where the frame does not answer or throws."""
    target = {"context": context, "sandbox": SANDBOX} if apart else {"context": context}
    wrapped = f"(async () => {{ const made = await ({expression}); return JSON.stringify(made) ?? null; }})()"
    try:
        answer = session.call(
            "script.evaluate", patience_s, expression=wrapped, target=target, awaitPromise=True, userActivation=False
        )
    except (RefusedError, NoAnswerError):
        return None
    text = plain(answer.get("result"))
    if answer.get("type") != "success" or not isinstance(text, str) or len(text) > _LONGEST:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def in_every_frame(
    session: Session, expression: str, *, apart: bool, tab: str | None
) -> Iterator[tuple[str, str, Any]]:
    """Yield the frame, its address and the answer of each frame of one tab (``None``: of all)."""
    end = time.monotonic() + _ALL_S
    wanted = False
    try:
        frames = list(contexts_of(session))
    except (RefusedError, NoAnswerError):
        return
    for context, url, top in frames[:_MOST_FRAMES]:
        wanted = (tab is None or context == tab) if top else wanted
        if not wanted:
            continue
        if time.monotonic() > end:
            return
        yield context, url, evaluate(session, context, expression, apart=apart)


def storages(session: Session) -> Iterator[tuple[str, str, str, tuple[StoredKey, ...]]]:
    """Yield the frame, the kind of storage, its origin and its keys."""
    for context, _, told in in_every_frame(session, STORAGE, apart=True, tab=None):
        if not isinstance(told, dict) or not isinstance(told.get("origin"), str):
            continue
        for kind in ("local", "session"):
            if isinstance(keys := told.get(kind), list) and keys:
                yield context, kind, told["origin"][:300], tuple(map(_key, keys))


def _key(pair: Any) -> StoredKey:
    key, length = pair if isinstance(pair, list) and len(pair) == 2 else ("", None)
    return StoredKey(str(key), length if isinstance(length, int) else None)


def clear_storages(session: Session) -> None:
    """Empty the storages of every frame that there is."""
    for _ in in_every_frame(session, _CLEAR, apart=True, tab=None):
        pass


def body_of(session: Session, request: str) -> bytes | None:
    """Return what a request loaded, ``None`` where Firefox has not kept it."""
    try:
        answer = session.call("network.getData", _PATIENCE_S, dataType="response", request=request)
    except (RefusedError, NoAnswerError):
        return None
    held = answer.get("bytes")
    text = held.get("value") if isinstance(held, dict) else None
    if not isinstance(held, dict) or not isinstance(text, str):
        return None
    if held.get("type") != "base64":
        return text.encode("utf-8", "surrogatepass")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


def screenshot(session: Session, context: str) -> bytes | None:
    """Return a PNG of what the tab shows."""
    try:
        answer = session.call("browsingContext.captureScreenshot", _PATIENCE_S, context=context)
        return base64.b64decode(str(answer.get("data", "")), validate=True) or None
    except (RefusedError, NoAnswerError, binascii.Error, ValueError):
        return None


def press(session: Session, selector: str) -> bool:
    """Click on the first visible element in any frame; return whether there was one."""
    try:
        frames = list(contexts_of(session))[:_MOST_FRAMES]
    except (RefusedError, NoAnswerError):
        return False
    for context, _, _ in frames:
        element = _find(session, context, selector)
        if element is not None and _click(session, context, element):
            return True
    return False


def _find(session: Session, context: str, selector: str) -> str | None:
    try:
        answer = session.call(
            "script.callFunction",
            _PATIENCE_S,
            functionDeclaration=_FIND,
            arguments=[{"type": "string", "value": selector}],
            target={"context": context, "sandbox": SANDBOX},
            awaitPromise=False,
        )
    except (RefusedError, NoAnswerError):
        return None
    result = answer.get("result")
    shared = result.get("sharedId") if isinstance(result, dict) else None
    return shared if isinstance(shared, str) else None


def _click(session: Session, context: str, element: str) -> bool:
    origin = {"type": "element", "element": {"sharedId": element}}
    steps = [
        {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
        {"type": "pointerDown", "button": 0},
        {"type": "pointerUp", "button": 0},
    ]
    pointer = {"type": "pointer", "id": "mouse", "actions": steps}
    try:
        session.call("input.performActions", _PATIENCE_S, context=context, actions=[pointer])
    except (RefusedError, NoAnswerError):
        return False
    return True
