# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every tab, frame and worker is met before its first line runs: paused, prepared, let go.

Chromium attaches us to each target on its own connection ("session"). A target is prepared by messages that are not
waited for: they are worked off in their order, the last one lets it run.
"""

import json
import time
from collections.abc import Callable
from typing import Any, Final

from inspector.capture.chromium.pages import Pages, told_frames
from inspector.capture.hook import GPC, HOOK, NAME
from inspector.capture.wire import Then, Wire

BINDING: Final = "__cookie_inspector__"
_FRAMES: Final = frozenset({"page", "iframe"})
_WORKERS: Final = frozenset({"worker", "shared_worker", "service_worker"})
_PREPARE_S: Final = 5.0  # for a tab to take what is put into it
_LARGEST_BODY: Final = 8 * 1024 * 1024  # of one answer that the browser keeps for us to look at
_ALL_BODIES: Final = 32 * 1024 * 1024
_PREPARE: Final = f"""{{
  const told = globalThis.{BINDING};
  delete globalThis.{BINDING};
  const {{ stringify }} = JSON;
  if (told) ({HOOK})((record) => told(stringify(record)));
}}"""
_SCRIPT: Final = f"{_PREPARE}\n//# sourceURL={NAME}"
_WITH_GPC: Final = f"({GPC})();{_SCRIPT}"


class Sessions:
    """The targets that we are attached to. ``gone`` is called with a tab that closed, ``crashed`` with a broken one."""

    def __init__(
        self, wire: Wire, pages: Pages, gpc: bool, gone: Callable[[str], None], crashed: Callable[[str], None]
    ) -> None:
        self._wire, self._pages, self._gpc = wire, pages, gpc
        self._gone, self._crashed = gone, crashed
        self._targets: dict[str, str] = {}  # target: its session
        self._preparing: dict[str, float] = {}  # session of a tab: until when it is waited for
        self.frames: dict[str, str] = {}  # session of a tab or frame: its main frame
        self.contexts: dict[tuple[str, int], str] = {}  # session and number: the frame
        self.handlers: dict[str, Callable[[dict[str, Any], str], None]] = {
            "Target.attachedToTarget": self._attached,
            "Target.detachedFromTarget": self._detached,
            "Inspector.targetCrashed": self._broke,
            "Page.frameAttached": lambda told, session: pages.add_frame(told["frameId"], told["parentFrameId"]),
            "Page.javascriptDialogOpening": self._dialog,
            "Debugger.paused": self._stopped_worker,
            "Runtime.executionContextCreated": self._context_made,
            "Runtime.executionContextDestroyed": self._context_ended,
            "Runtime.executionContextsCleared": self._contexts_ended,
        }

    def send(self, session: str, method: str, then: Then | None = None, **params: Any) -> None:
        """Send a command to a session without waiting."""
        message: dict[str, Any] = {"method": method, "params": params}
        self._wire.send(message | {"sessionId": session} if session else message, then)

    def attach_all(self) -> None:
        """Ask to be attached to every target, now and later."""
        self._attach_below("")

    def _attach_below(self, session: str) -> None:
        self.send(session, "Target.setAutoAttach", autoAttach=True, waitForDebuggerOnStart=True, flatten=True)

    def _attached(self, told: dict[str, Any], by: str) -> None:
        info, session = told["targetInfo"], str(told["sessionId"])
        target, kind = str(info["targetId"]), str(info["type"])
        known = target in self._targets  # a service worker is told by the browser and by its page
        if not known and kind in _FRAMES:
            self._targets[target] = session
            self._add_frame(target, session, info)
        elif not known and kind in _WORKERS:
            self._targets[target] = session
            self._add_worker(session, info, by, kind)
        if kind != "page" or known:
            self.send(session, "Runtime.runIfWaitingForDebugger")

    def _add_frame(self, target: str, session: str, info: dict[str, Any]) -> None:
        self.frames[session] = target
        if info["type"] == "page":
            self._pages.add_tab(target, session, info.get("openerFrameId") or info.get("openerId"))
        elif info.get("parentFrameId"):
            self._pages.add_frame(target, info["parentFrameId"])
        self.send(session, "Page.enable")
        self.send(session, "Page.getFrameTree", self._learn)
        self.send(session, "Runtime.enable")
        self.send(session, "Runtime.addBinding", name=BINDING)
        self._attach_below(session)
        self._watch_network(session)
        source = _WITH_GPC if self._gpc else _SCRIPT
        method = "Page.addScriptToEvaluateOnNewDocument"
        if info["type"] != "page":
            self.send(session, method, source=source, runImmediately=True)
            return
        # A tab may go on in another process, which is told only what was answered here before: so it waits for that.
        self._preparing[session] = time.monotonic() + _PREPARE_S
        self.send(session, method, lambda answer: self._let_go(session), source=source, runImmediately=True)

    def _let_go(self, session: str) -> None:
        if self._preparing.pop(session, None) is not None:
            self.send(session, "Runtime.runIfWaitingForDebugger")

    def look(self) -> None:
        """Let go of a tab that was not prepared in time: what it does may be missed, but it is not stopped for ever."""
        for session, end in tuple(self._preparing.items()):
            if time.monotonic() >= end:
                self._let_go(session)

    def is_ready(self, session: str) -> bool:
        """Whether a tab is prepared."""
        return session not in self._preparing

    def _learn(self, answer: dict[str, Any]) -> None:
        """Learn the frames that were there before we were."""
        for frame in told_frames(answer.get("result", {}).get("frameTree", {})):
            if frame.get("parentId"):
                self._pages.add_frame(frame["id"], frame["parentId"])

    def _add_worker(self, session: str, info: dict[str, Any], by: str, kind: str) -> None:
        above = info.get("parentFrameId") or self.frames.get(by)
        self._pages.add_worker(session, str(info["url"]), above if kind == "worker" else None)
        self._watch_network(session)
        self.send(session, "Runtime.enable")
        self.send(session, "Runtime.addBinding", name=BINDING)
        # A paused worker lacks interfaces that it gets when it starts, so ours goes in right before its first script.
        self.send(session, "Debugger.enable")
        self.send(session, "Debugger.setInstrumentationBreakpoint", instrumentation="beforeScriptExecution")
        self._attach_below(session)

    def _stopped_worker(self, told: dict[str, Any], session: str) -> None:
        """A worker is about to run its first script: put ours before it, and let it run undisturbed from then on."""
        if self._pages.is_worker(session):
            self.send(session, "Runtime.evaluate", expression=_WITH_GPC if self._gpc else _SCRIPT)
        self.send(session, "Debugger.disable")

    def _watch_network(self, session: str) -> None:
        self.send(session, "Network.enable", maxTotalBufferSize=_ALL_BODIES, maxResourceBufferSize=_LARGEST_BODY)
        if self._gpc:
            self.send(session, "Network.setExtraHTTPHeaders", headers={"Sec-GPC": "1"})

    def _detached(self, told: dict[str, Any], by: str) -> None:
        session = str(told["sessionId"])
        target = next((target for target, held in self._targets.items() if held == session), None)
        self.frames.pop(session, None)
        self._preparing.pop(session, None)
        self._contexts_ended({}, session)
        if target is not None:
            del self._targets[target]
            if target in self._pages.tabs:
                self._gone(target)

    def _context_made(self, told: dict[str, Any], session: str) -> None:
        context = told["context"]
        about = context.get("auxData", {})
        if about.get("isDefault") and about.get("frameId"):
            self.contexts[session, context["id"]] = about["frameId"]

    def _context_ended(self, told: dict[str, Any], session: str) -> None:
        self.contexts.pop((session, told["executionContextId"]), None)

    def _contexts_ended(self, told: dict[str, Any], session: str) -> None:
        self.contexts = {key: frame for key, frame in self.contexts.items() if key[0] != session}

    def _broke(self, told: dict[str, Any], session: str) -> None:
        frame = self.frames.get(session)
        if frame is not None and frame in self._pages.tabs:
            self._crashed(frame)

    def _dialog(self, told: dict[str, Any], session: str) -> None:
        """Close a dialog, which would stop the page: a question before leaving with yes, any other with no."""
        self.send(session, "Page.handleJavaScriptDialog", accept=told.get("type") == "beforeunload")


def told_record(told: dict[str, Any]) -> object:
    """Return the record of a ``Runtime.bindingCalled``, ``None`` where another binding was called."""
    if told.get("name") != BINDING:
        return None
    try:
        return json.loads(told.get("payload", ""))
    except (ValueError, RecursionError):
        return None
