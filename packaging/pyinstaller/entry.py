# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The program as PyInstaller starts it: the command line, which opens the window where no command is given."""

from multiprocessing import freeze_support

from inspector.cli.main import run

freeze_support()  # a worker of a study is this program, started again
run()
