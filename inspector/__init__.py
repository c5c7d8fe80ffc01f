# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookie Inspector: what the browsers on this computer hold, and what the sites promised."""

__version__ = "0.1.0"
