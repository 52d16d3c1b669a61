/** What postings are counted by, as closed sets: scraped text chooses among them and cannot add to them. */
package org.lurewatch.detection.trends;
