# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What makes the program's packages, a module for each part; ``packaging/build`` is the script over it."""
