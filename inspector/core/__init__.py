# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The records of the house: values only, standard library only, no clock and no network."""
