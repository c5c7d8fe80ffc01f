# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Says what a cookie is for: ways of telling, one a file, and the classifier that weighs what they say."""
