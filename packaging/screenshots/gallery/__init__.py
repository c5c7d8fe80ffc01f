# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Pictures of every page of the window, over made-up cookies: what is shown, how it looks, and how it is taken."""
