# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Reports on opt-outs: what cookies show of them, what a policy's links are, how a site's cookies are deleted."""
