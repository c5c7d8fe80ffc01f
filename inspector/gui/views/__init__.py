# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The window and its parts: each shows records that are handed in and reads nothing itself."""
