package org.lurewatch.detection.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayTextTest {
    @ParameterizedTest
    @CsvSource({
        "HOUR, 300 USD per HOUR",
        "day, 300 USD per day",
        "Monat, 300 USD per Monat",
        "calendar month, 300 USD per calendar month",
        "daily, 300 USD daily",
        "HOURLY, 300 USD HOURLY",
        "annually, 300 USD annually",
        "per week, 300 USD per week",
        "a month, 300 USD a month",
        "par mois, 300 USD par mois",
        "/hr, 300 USD /hr",
        "每天, 300 USD 每天",
        "в месяц, 300 USD в месяц",
        "'', 300 USD"
    })
    void aUnitHasOnePerAtMost(String unit, String expected) {
        assertEquals(Optional.of(expected), PayText.of("300", "", "USD", unit));
    }

    @Test
    void payIsARangeOrOneOfItsEnds() {
        assertEquals(Optional.of("1-2"), PayText.of("1", "2", "", ""));
        assertEquals(Optional.of("1 per DAY"), PayText.of("1", "1", "", "DAY"));
        assertEquals(Optional.of("2 EUR"), PayText.of("", "2", "EUR", ""));
        assertEquals(Optional.empty(), PayText.of("", "", "EUR", "DAY"));
    }
}
