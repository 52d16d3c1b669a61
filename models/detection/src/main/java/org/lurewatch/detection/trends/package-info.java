/**
 * What postings are counted by, as closed sets: scraped text chooses among the values and cannot add to them, so that the
 * number of counters stays bounded.
 */
package org.lurewatch.detection.trends;
