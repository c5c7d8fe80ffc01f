# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Help > Manual: the pages of docs/, as they were installed, without a network."""
