# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``python -m tests.fuzz [--seconds N] [TARGET...]``: every parser on hostile inputs, one after the other."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # tests see ``make`` and ``fuzz`` there, as under pytest

from fuzz.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
