# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The audit page: a site's cookies against its policy, the answer first, promises and cookies leading to each other."""
