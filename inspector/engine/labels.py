# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels for an audit: the classifier's, seen from the audited site."""

from inspector.engine.audit_cookies import Classify
from inspector.knowledge.book import Knowledge


def labels(knowledge: Knowledge) -> Classify:
    """Return what labels the cookies of an audit. Without a site (cookies of unknown one) the party stays unknown."""
    from inspector.classify.classifier import load_classifier
    from inspector.core.resources import resources_folder

    classifier = load_classifier(resources_folder(), knowledge)
    return lambda cookies, site: classifier.label_cookies(cookies, site or None)
