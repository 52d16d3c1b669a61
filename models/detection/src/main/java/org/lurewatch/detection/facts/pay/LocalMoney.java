package org.lurewatch.detection.facts.pay;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.detection.facts.words.FactWord;

/**
 * How a sign of several moneys ("$", "Rs", "kr") is understood in an advert.
 *
 * @param country code of the money of the advert's country, or null
 * @param spoken codes of the moneys of the advert's language; empty where the language is not known
 */
public record LocalMoney(String country, List<String> spoken) {
    /** Nothing is known of country and language. */
    public static final LocalMoney NONE = new LocalMoney(null, List.of());

    public LocalMoney {
        spoken = List.copyOf(spoken);
    }

    /** The money of a country whose language has no other; null where there is none. */
    public static LocalMoney of(String currency) {
        return currency == null ? NONE : new LocalMoney(currency, List.of(currency));
    }

    /** The same country in an advert whose words are of this language, where nothing better is known of that. */
    LocalMoney inLanguage(String language) {
        return spoken.isEmpty() ? new LocalMoney(country, LanguageMoney.of(language)) : this;
    }

    /** The currency that a word means; null where word, country and language leave it open. */
    String meant(FactWord word) {
        List<String> codes = word.currencies();
        if (country != null && codes.contains(country)) {
            return country;
        }
        List<String> common = common(codes);
        if (common.size() == 1) {
            return common.get(0);
        }
        boolean open = codes.isEmpty() || codes.get(0).isEmpty() || (country == null && common.size() > 1);
        return open ? null : codes.get(0);
    }

    /** Those of the language's moneys that the word can mean. */
    private List<String> common(List<String> codes) {
        List<String> common = codes.stream().filter(spoken::contains).toList();
        // "500元" in a text of many countries' language may as well be foreign money.
        boolean foreign = common.size() == 1 && spoken.size() > 1 && codes.contains("");
        return foreign ? List.of() : common;
    }

    /**
     * The currencies that a word can mean in the advert's language. A word for none of the language's own moneys means
     * foreign money, which is the one that stands first in the table. The country plays no part, so that what is
     * compared with wages stays the same wherever the job is.
     */
    List<String> possible(FactWord word) {
        List<String> common = common(word.currencies());
        List<String> codes = new ArrayList<>(word.currencies());
        boolean open = codes.remove("");
        if (!common.isEmpty()) {
            return common;
        }
        return spoken.isEmpty() || open || codes.isEmpty() ? codes : codes.subList(0, 1);
    }
}
