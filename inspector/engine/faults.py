# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A bug of ours met while reading: told as a problem, so that it costs its own store and nothing else."""

from inspector.core.problem import Problem, Severity

REPORT_IT = "This is a fault of the program, not of your computer: please report it with this line"


def internal_error(what: str, where: str, error: Exception) -> Problem:
    """Return the problem that an unexpected exception means.

    The exception's message is left out: it may quote what was being read, a cookie's value even.
    """
    return Problem("internal-error", what, where, whereabouts(error), REPORT_IT, Severity.FAILED)


def whereabouts(error: BaseException) -> str:
    """Return the kind of an exception and the innermost line of ours: ``KeyError at readers/rows.py:83``."""
    import traceback  # here because nearly no run needs it and it is slow to import

    kind = type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)
    names = [frame.filename.replace("\\", "/").rpartition("/inspector/") for frame in frames]
    ours = [f"{name}:{frame.lineno}" for frame, (_, mark, name) in zip(frames, names, strict=True) if mark]
    return f"{kind} at {ours[-1]}" if ours else kind
