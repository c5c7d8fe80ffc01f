# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Between the window and the record of a project: what it shows now, and how it comes to show another one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject

from inspector.core.project import PolicyKind, Project, ProjectPolicy
from inspector.gui.policy.source import Request, Way

if TYPE_CHECKING:
    from inspector.gui.views.main_window import MainWindow

_KINDS: Final = {Way.FILE: PolicyKind.FILE, Way.TEXT: PolicyKind.TEXT, Way.ADDRESS: PolicyKind.ADDRESS}
_WAYS: Final = {kind: way for way, kind in _KINDS.items()}
_PLACES: Final = ("window",)  # where a window stands is this computer's, not the project's


def gathered(window: "MainWindow", last: Project) -> Project:
    """Return what the window shows. Pages that were never looked at keep what the project said of them."""
    readings, later = window.readings, window.later
    shapes = tuple((part, bytes(state.data())) for part, state in window.shapes().items() if part not in _PLACES)
    project = last._replace(
        sources=readings.stores if readings.keeps_sources else last.sources,
        filter=window.filter_bar.line.text(),
        assessments=window.said.marks,
        overrides=window.said.overrides,
        shapes=tuple(sorted((dict(last.shapes) | dict(shapes)).items())),
    )
    if "policy" in later.made() and not readings.shows_example:
        project = project._replace(policy=_policy(window) or last.policy)
    if "audit" in later.made():
        bar = later.audit.bar
        project = project._replace(
            site=bar.chosen_site(),
            only_this_site=bar.only.isChecked(),
            in_force=bar.force.isChecked(),
            settings=bar.project.settings,
            compared_with=bar.project.known,
        )
    return project


def _policy(window: "MainWindow") -> ProjectPolicy | None:
    page = window.later.policy
    if page.given is None or page.policy is None:
        return None
    request, source = page.given, page.policy.document.source
    return ProjectPolicy(_KINDS[request.way], _whole(request), request.text, source.sha256)


def _whole(request: Request) -> str:
    return str(Path(request.source).absolute()) if request.way is Way.FILE else request.source


class Showing(QObject):
    """Brings the window to show a project; where it names site and policy, they are judged once all of it is there."""

    def __init__(self, window: "MainWindow", keep: Path | None, tell: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window, self._keep, self._tell = window, keep, tell
        self._awaited: set[str] = set()
        self._listens = False  # to the policy page, which is made when it is first wanted
        window.readings.shown.connect(lambda: self._come("cookies"))

    def show(self, project: Project) -> None:
        """Read its cookies and its policy, and take over its filter, its question and its shape."""
        window = self._window
        window.said.take(project.assessments, project.overrides)
        window.take_shapes({part: QByteArray(state) for part, state in project.shapes})
        window.filter_bar.line.setText(project.filter)
        request = None if project.policy is None else self._request(project.policy)
        self._awaited = {"cookies"} if request is None or not project.site else {"cookies", "policy", "audit"}
        if not self._has_read(project.sources):
            (window.open_paths(project.sources) if project.sources else window.read_all())
        elif not window.worker.busy:
            self._awaited.discard("cookies")
        if project.site or project.settings or project.compared_with:
            self._show_question(project)
        if request is not None:
            self._open_policy(request)

    def _has_read(self, sources: tuple[Path, ...]) -> bool:
        """Whether these stores are shown or being read."""
        readings = self._window.readings
        asked = readings.worker.busy or self._window.cookies.loaded is not None
        return asked and readings.stores == sources and readings.keeps_sources

    def _open_policy(self, request: Request) -> None:
        policy = self._window.later.policy
        if not self._listens:
            policy.changed.connect(lambda: self._come("policy"))
            self._listens = True
        policy.open(request)

    def _show_question(self, project: Project) -> None:
        bar = self._window.later.audit.bar
        bar.choose_site(project.site)
        bar.only.setChecked(project.only_this_site)
        bar.force.setChecked(project.in_force)
        bar.project.show_files(project.settings, project.compared_with)

    def _request(self, policy: ProjectPolicy) -> Request | None:
        """Return how to read the policy again. What was fetched is read from its copy: opening asks no network."""
        if policy.kind is not PolicyKind.ADDRESS:
            return Request(_WAYS[policy.kind], policy.source, policy.text)
        copy = _copy(self._keep, policy.sha256)
        if copy is not None:
            return Request(Way.FILE, str(copy))
        told = self.tr("The policy of {address} is not on this computer: give it again, for opening fetches nothing.")
        self._tell(told.format(address=policy.source[:300]))
        return None

    def _come(self, part: str) -> None:
        self._awaited.discard(part)
        if self._awaited == {"audit"}:
            self._awaited = set()
            self._window.later.audit.audit()


def _copy(keep: Path | None, sha256: str) -> Path | None:
    """Return the copy that was kept of what was fetched, by its hash."""
    if keep is None or len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        return None
    found = (path for path in keep.glob(f"{sha256}.*") if not path.name.endswith(".json") or path.suffixes == [".json"])
    return next((path for path in sorted(found) if path.is_file()), None)
