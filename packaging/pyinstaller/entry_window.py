# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The window alone, for Windows: a program without a console, which a double click starts."""

import sys

from inspector.cli.main import main

sys.exit(main(["gui", *sys.argv[1:]]))
