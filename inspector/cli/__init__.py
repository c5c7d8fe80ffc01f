# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The command line: parses, calls the engine, prints, sets exit codes."""
