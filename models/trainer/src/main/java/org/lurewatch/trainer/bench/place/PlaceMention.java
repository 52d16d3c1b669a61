package org.lurewatch.trainer.bench.place;

/**
 * A name that belongs to a country.
 *
 * @param kind what is named
 * @param country ISO 3166 code
 * @param language in which it is written
 * @param form which of a nationality's forms it is
 * @param capitals whether it is written in capitals throughout
 */
record PlaceMention(Kind kind, String country, String language, int form, boolean capitals) {
    enum Kind {
        COUNTRY,
        CITY,
        NATIONALITY
    }
}
