# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Qt models: rows held as plain tuples, a proxy that filters and sorts by index lists."""
