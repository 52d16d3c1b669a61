package org.lurewatch.detection.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryNamesTest {
    @ParameterizedTest
    @CsvSource({
        "KH, KH",
        "kh, KH",
        "KHM, KH",
        "Cambodia, KH",
        "CAMBODIA, KH",
        "Камбоджа, KH",
        "柬埔寨, KH",
        "Kambodża, KH",
        "កម្ពុជា, KH",
        "UK, GB",
        "United Kingdom, GB",
        "Scotland, GB",
        "USA, US",
        "UAE, AE",
        "Україна, UA",
        "العراق, IQ",
        "Hong Kong, HK"
    })
    void aCountryIsKnownByItsCodesAndByItsNamesInManyLanguages(String written, String region) {
        assertEquals(Set.of(region), CountryNames.regions(written));
    }

    @Test
    void whatIsNoCountryIsNone() {
        assertEquals(Set.of(), CountryNames.regions("Berlin"));
        assertEquals(Set.of(), CountryNames.regions(""));
        assertEquals(Set.of(), CountryNames.regions("Germany ".repeat(100_000)));
    }
}
