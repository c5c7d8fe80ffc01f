# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit with an installed browser: what pages did with cookies, as a log of events that only grows."""
