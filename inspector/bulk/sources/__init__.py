# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What crawls leave behind, read in parts: one kind of input, one file."""
