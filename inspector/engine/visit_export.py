# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit written as HAR, from the logs of its runs: the record itself has less than they do."""

from typing import TextIO

from inspector import __version__
from inspector.capture.har import write_har
from inspector.capture.log import read_log
from inspector.capture.telling import LOG_NAME
from inspector.engine.visiting import Visited


def write_visit_har(visited: Visited, out: TextIO) -> int:
    """Write the visit, as long as its folder is there; return how many requests it has."""
    record = visited.found.record
    names = [run.id for run in record.runs] if record is not None else []
    runs = {name: read_log(visited.folder / name / LOG_NAME).events for name in names}
    return write_har(runs, {"name": "Cookie Inspector", "version": __version__}, out)
