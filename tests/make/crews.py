# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Workers that go wrong, for tests of whoever employs them. They run in processes of their own."""

import os
import time
from multiprocessing.connection import Connection


def answer_until_told_to_die(pipe: Connection, setup: str) -> None:
    """Answer each task with its text and the setup; "die" kills the worker, "die once" too unless a file is there."""
    while True:
        try:
            task = pipe.recv_bytes().decode()
        except EOFError:
            return
        if task == "die":
            os._exit(9)
        if task.startswith("die once ") and _first(task.removeprefix("die once ")):
            os._exit(9)
        if task == "think":
            time.sleep(60)
        pipe.send_bytes(f"{setup} {task}".encode())


def _first(path: str) -> bool:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return False
    return True
