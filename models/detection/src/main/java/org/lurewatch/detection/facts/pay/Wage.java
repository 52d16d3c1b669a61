package org.lurewatch.detection.facts.pay;

/**
 * What work pays in a country: in offices and call centres, or to all employees where only that is published.
 *
 * @param country English name
 * @param region two-letter code
 * @param currency ISO code of the money that wages are given in
 * @param monthlyLow a low wage, often the legal minimum
 * @param monthlyTypical what is usual
 * @param unitsPerDollar exchange rate
 * @param source where the figures are from
 */
public record Wage(
        String country,
        String region,
        String currency,
        double monthlyLow,
        double monthlyTypical,
        double unitsPerDollar,
        String source) {}
