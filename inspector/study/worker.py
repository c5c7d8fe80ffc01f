# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A worker: takes rows as text and gives records as text, until nobody asks any more."""

import json
import signal
from multiprocessing.connection import Connection

from inspector.core.collector import paused_collector


def work(pipe: Connection, setup: str) -> None:
    """Judge every row that comes through the pipe. Ctrl-C is for whoever started us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from inspector.study.judging import Judge  # here because whoever starts workers judges nothing itself
    from inspector.study.options import StudyOptions

    judge = Judge(StudyOptions.of(json.loads(setup)))
    while True:
        try:
            task = json.loads(pipe.recv_bytes())
            with paused_collector():
                text = judge.judged(task)
            pipe.send_bytes(text.encode())
        except (EOFError, BrokenPipeError):
            return
