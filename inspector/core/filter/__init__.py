# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The filter language: one line that says which cookies are meant, the same in the window and on the command line."""
