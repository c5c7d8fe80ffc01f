# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy page: a policy's text with its claims marked in place, and the claims beside it."""
