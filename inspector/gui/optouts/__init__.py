# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The page of opt-outs: each company found, its way out behind one button, and what cookies prove of it."""
