# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Loaded by every Python that a test starts: see ``tests/make/network.py``."""

import importlib.util
import os
import sys
from pathlib import Path

if "COOKIE_INSPECTOR_TESTS_NETWORK_LOG" in os.environ:
    _path = Path(__file__).parents[1] / "make" / "network.py"
    _spec = importlib.util.spec_from_file_location("_tests_network", _path)
    if _spec is not None and _spec.loader is not None:
        _guard = importlib.util.module_from_spec(_spec)
        _spec.loader.exec_module(_guard)
        sys.addaudithook(_guard.watch)
