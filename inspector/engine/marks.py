# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Writes a person's marks as a file that audits take as a baseline."""

import os
from collections.abc import Sequence
from pathlib import Path

from inspector.core.problem import InspectorError
from inspector.core.project import Assessment
from inspector.core.visible import visible
from inspector.engine.baseline import marks_text


def write_marks(path: Path, assessments: Sequence[Assessment]) -> None:
    """Write marks, whole or not at all. Raises :class:`InspectorError` where the file cannot be written."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(marks_text(assessments), encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        where = visible(str(path), 300)
        raise InspectorError(f"The marks could not be written to {where} ({why})", "Choose another place") from error
    finally:
        part.unlink(missing_ok=True)
