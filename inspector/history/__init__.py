# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Past scans in SQLite: what was seen, without values, on this machine only."""
