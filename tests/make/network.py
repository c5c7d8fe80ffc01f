# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The guard of the tests: nothing that runs in them asks the network for anything but this computer.

An audit hook sees every socket of Python, whichever library opens it. Processes that tests start load it by
``tests/guard/sitecustomize.py``; there it refuses where our program runs, so that installers may do their work.
"""

import ipaddress
import os
import sys
from pathlib import Path
from typing import Any, Final

LOG: Final = "COOKIE_INSPECTOR_TESTS_NETWORK_LOG"  # the file that every process writes its attempts to
_GUARD: Final = str(Path(__file__).parents[1] / "guard")
_BY_ADDRESS: Final = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_BY_NAME: Final = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})


class OutsideError(OSError):
    """Something wanted to leave this computer."""


def is_here(host: object) -> bool:
    """Whether a host is this computer: loopback, a socket file, or nobody at all."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if not isinstance(host, str) or host in ("", "localhost") or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None) or address
    return bool(mapped.is_loopback or mapped.is_unspecified)


def _is_address(host: object) -> bool:
    """Whether a host is an address already, for which nobody is asked; also one as C reads it ("0x7f.1")."""
    import socket  # here because every process that a test starts loads this file

    text = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    try:
        ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        try:
            socket.inet_aton(text)
        except (OSError, ValueError):
            return False
    return True


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what leaves this computer, and write it down: a refusal may be swallowed, a line in the file is not."""
    if not event.startswith("socket."):
        return
    if event in _BY_ADDRESS:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) and address else None
    elif event in _BY_NAME:
        host = None if _is_address(arguments[0]) else arguments[0]
    else:
        return
    if is_here(host) or ("pytest" not in sys.modules and "inspector" not in sys.modules):
        return
    with open(os.environ[LOG], "a", encoding="utf-8") as log:  # noqa: PTH123 - as little as can be in a hook
        log.write(f"{event} {host!r} of {sys.argv[:4]}\n")
    raise OutsideError(f"the tests may not ask the network: {event} {host!r}")


def stand_guard(log: Path) -> None:
    """Guard this process and those that it will start."""
    os.environ[LOG] = str(log)
    before = os.environ.get("PYTHONPATH")
    if _GUARD not in (before or "").split(os.pathsep):
        os.environ["PYTHONPATH"] = os.pathsep.join([_GUARD, *([before] if before else [])])
    loaded = getattr(sys.modules.get("sitecustomize"), "__file__", None) or ""
    if not loaded.startswith(_GUARD):  # a worker of pytest-xdist is guarded since it was started
        sys.addaudithook(watch)
