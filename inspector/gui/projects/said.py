# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a person said: marks on findings, words on labels. Every change can be undone."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from inspector.core.visible import visible
from inspector.gui.translation import translate

if TYPE_CHECKING:  # the first picture does not wait for what an audit is made of
    from inspector.core.project import Assessment, LabelOverride, Stance
    from inspector.core.report import KnownFinding

LONGEST: Final = 2000  # characters of a comment or reason
_MOST_STEPS: Final = 500

Key = tuple[str, str]
Held = Mapping[Key, object]


class _Change(QUndoCommand):
    """Lays other entries over those that there are: ``after`` to do it, ``before`` to undo it; ``None`` takes away."""

    def __init__(self, text: str, before: Held, after: Held, lay: Callable[[Held], None]) -> None:
        super().__init__(text)
        self._before, self._after, self._lay = before, after, lay

    def redo(self) -> None:
        """Do it, the first time too."""
        self._lay(self._after)

    def undo(self) -> None:
        """Put back what there was."""
        self._lay(self._before)


class Said(QObject):
    """Holds marks by site and fingerprint, and labels by name and host. ``changed`` tells of either."""

    changed = Signal()
    marks_changed = Signal()
    overrides_changed = Signal()
    done = Signal(str)  # what was said, for screen readers
    undone = Signal(str)

    def __init__(self, now_us: Callable[[], int], author: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now_us, self._author = now_us, author
        self._marks: dict[Key, Assessment] = {}
        self._overrides: dict[Key, LabelOverride] = {}
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(_MOST_STEPS)
        self._step = 0
        self.undo.indexChanged.connect(self._tell_step)

    def _tell_step(self, step: int) -> None:
        """Tell what was done or taken back; where the first steps are forgotten, the number stays the same."""
        before, self._step = self._step, step
        if step >= before and self.undo.undoText():
            self.done.emit(self.undo.undoText())
        elif step < before and self.undo.redoText():
            self.undone.emit(self.undo.redoText())

    @property
    def marks(self) -> "tuple[Assessment, ...]":
        """All marks, in one order."""
        return tuple(self._marks[key] for key in sorted(self._marks))

    @property
    def overrides(self) -> "tuple[LabelOverride, ...]":
        """All words on labels, in one order."""
        return tuple(self._overrides[key] for key in sorted(self._overrides))

    @property
    def anything(self) -> bool:
        """Whether anything was said."""
        return bool(self._marks or self._overrides)

    def mark_of(self, site: str, fingerprint: str) -> "Assessment | None":
        """Return the mark of a finding."""
        return self._marks.get((site, fingerprint))

    def override_of(self, name: str, host: str | None) -> "LabelOverride | None":
        """Return what was said of cookies of exactly this name and host."""
        return self._overrides.get((name, host or ""))

    def take(self, marks: "Sequence[Assessment]", overrides: "Sequence[LabelOverride]") -> None:
        """Take those of another project in place of all there are; there is nothing to undo then."""
        self.undo.clear()
        self._marks = {(held.known.site, held.known.fingerprint): held for held in marks}
        self._overrides = {held.key: held for held in overrides}
        self.marks_changed.emit()
        self.overrides_changed.emit()
        self.changed.emit()

    # What people do

    def mark(self, findings: "Sequence[KnownFinding]", stance: "Stance | None") -> None:
        """Mark findings; ``None`` takes their marks away. Comments stay."""
        text = translate("projects", "Mark of {findings}") if stance else translate("projects", "No mark on {findings}")
        self._say(findings, text.format(findings=_counted(findings)), lambda held: held._replace(stance=stance))

    def comment(self, findings: "Sequence[KnownFinding]", comment: str) -> None:
        """Write a comment to findings; an empty one takes it away."""
        text = translate("projects", "Comment on {findings}").format(findings=_counted(findings))
        comment = comment.strip()[:LONGEST]
        self._say(findings, text, lambda held: held._replace(comment=comment))

    def _say(self, findings: "Sequence[KnownFinding]", text: str, change: "Callable[[Assessment], Assessment]") -> None:
        from inspector.core.project import Assessment

        before: dict[Key, object] = {}
        after: dict[Key, object] = {}
        for known in findings:
            key = (known.site, known.fingerprint)
            held = self._marks.get(key)
            new = change(held or Assessment(known, None))
            if held is not None and (new.stance, new.comment) == (held.stance, held.comment):
                continue
            if held is None and new.stance is None and not new.comment:
                continue
            new = new._replace(known=known, author=self._author, at_us=self._now_us())
            before[key], after[key] = held, new if new.stance or new.comment else None
        if after:
            self.undo.push(_Change(text, before, after, self._lay_marks))

    def override(self, override: "LabelOverride", instead_of: Key | None = None) -> None:
        """Say what cookies of a name are for, in place of another word that was said."""
        stamped = override._replace(author=self._author, at_us=self._now_us())
        after: dict[Key, object] = {instead_of: None} if instead_of is not None else {}
        self._put(after | {override.key: stamped}, translate("projects", "Label of {name}"))

    def drop_override(self, key: Key) -> None:
        """Take back what was said of cookies of a name."""
        if key in self._overrides:
            self._put({key: None}, translate("projects", "No label of {name}"))

    def _put(self, after: Held, text: str) -> None:
        before = {key: self._overrides.get(key) for key in after}
        name = visible(next(iter(after))[0], 40)
        self.undo.push(_Change(text.format(name=name), before, after, self._lay_overrides))

    def _lay_marks(self, over: Held) -> None:
        _lay(self._marks, over)
        self.marks_changed.emit()
        self.changed.emit()

    def _lay_overrides(self, over: Held) -> None:
        _lay(self._overrides, over)
        self.overrides_changed.emit()
        self.changed.emit()


def _counted(findings: "Sequence[KnownFinding]") -> str:
    count = len(findings)
    return translate("projects", "1 finding") if count == 1 else translate("projects", "%Ln findings", None, count)


def _lay(held: dict[Key, "Assessment"] | dict[Key, "LabelOverride"], over: Held) -> None:
    for key, new in over.items():
        if new is None:
            held.pop(key, None)
        else:
            held[key] = new  # type: ignore[assignment]  # each command holds entries of its own kind
