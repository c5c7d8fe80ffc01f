# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Opt-outs: the guard that alone may open an address, what a policy's own links are, what cookies prove."""
