# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Studies: the same judgement over many sites, which goes on after an interruption and gives the same bytes."""
