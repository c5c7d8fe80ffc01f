# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What differs between two audits, cookie sets or policies, in every format; one format, one file."""
