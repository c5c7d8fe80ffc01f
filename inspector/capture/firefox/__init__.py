# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Recording a visit with an installed Firefox, over WebDriver BiDi and Firefox's own log of its cookies."""
