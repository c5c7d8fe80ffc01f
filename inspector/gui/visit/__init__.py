# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The page "Test a site": a visit with an installed browser, asked for, watched, and shown."""
