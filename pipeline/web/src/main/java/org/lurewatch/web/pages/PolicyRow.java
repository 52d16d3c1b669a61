package org.lurewatch.web.pages;

/**
 * Where a policy draws its lines.
 *
 * @param warns score from which it warns
 * @param asks score from which it asks
 * @param alarms false alarms for each 1,000 honest adverts that it was drawn for
 */
public record PolicyRow(String name, String warns, String asks, String alarms) {}
