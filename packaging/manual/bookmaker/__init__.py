# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Makes of the manual what is made from the program, and walks its tours."""
