# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The tables of ``resources/``, loaded once, and the registrable domain."""
