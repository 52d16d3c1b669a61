/**
 * What came over the topics, kept so that it can be looked up: warnings, campaigns, trends and reviews. Nothing here is the
 * only copy of anything. A view that is deleted, damaged or of another version is rebuilt from the topics, and says since
 * when it knows.
 */
package org.lurewatch.web.view;
