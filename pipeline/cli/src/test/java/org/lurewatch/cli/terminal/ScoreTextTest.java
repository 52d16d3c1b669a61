package org.lurewatch.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScoreTextTest {
    private static final double BASE_RATE = 0.00067;

    @Test
    void aScoreIsAShareAndHowManyTimesTheUsualOneThatIs() {
        assertEquals("8 in 1,000: 12 times the usual share", ScoreText.of(0.008, BASE_RATE));
        assertEquals("1000 in 1,000: 1,493 times the usual share", ScoreText.of(1, BASE_RATE));
        assertEquals("1 in 1,000: about the usual share", ScoreText.of(0.001, BASE_RATE));
        assertEquals("0.68 in 1,000: about the usual share", ScoreText.of(0.00068, BASE_RATE));
        assertEquals("0.32 in 1,000: less than the usual share", ScoreText.of(0.00032, BASE_RATE));
        assertEquals("fewer than 0.1 in 1,000: less than the usual share", ScoreText.of(0.00002, BASE_RATE));
        assertEquals("fewer than 0.1 in 1,000: less than the usual share", ScoreText.of(0, BASE_RATE));
    }
}
