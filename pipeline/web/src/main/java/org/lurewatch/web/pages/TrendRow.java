package org.lurewatch.web.pages;

/**
 * A row of a table of counts.
 *
 * @param name of what was counted
 * @param code of the same, or the time in ISO 8601
 * @param postings how many were read
 * @param warnings how many of them were warned of
 * @param share of these
 * @param width length of its bar, 0 to 100
 */
public record TrendRow(String name, String code, long postings, long warnings, String share, int width) {
    static TrendRow of(String name, String code, long postings, long warnings, PageWords words) {
        double share = postings == 0 ? 0 : (double) warnings / postings;
        return new TrendRow(name, code, postings, warnings, words.percent(share), (int) Math.round(100 * share));
    }
}
