# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Community lists that the user downloaded, imported beside the program's tables: one format, one file."""
