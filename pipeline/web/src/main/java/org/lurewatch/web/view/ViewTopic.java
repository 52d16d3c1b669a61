package org.lurewatch.web.view;

/** The topics that a view is made of. */
public enum ViewTopic {
    WARNINGS,
    CAMPAIGNS,
    TRENDS,
    REVIEWS
}
