package org.lurewatch.detection.campaign;

/** Sightings for tests. */
final class Sightings {
    static final String TEXT = "a".repeat(48);
    static final String OTHER_TEXT = "b".repeat(48);

    private Sightings() {}

    static Sighting honest(String posting, long time, long employer, String text) {
        return new Sighting(posting, time, false, false, true, employer, text);
    }

    static Sighting unsure(String posting, long time, String text) {
        return new Sighting(posting, time, true, false, true, 0, text);
    }

    static Sighting likely(String posting, long time, String text) {
        return new Sighting(posting, time, true, true, true, 0, text);
    }

    /** A text like no other. */
    static String text(int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < TEXT.length(); i++) {
            text.append((char) ((number * 31 + i * 7 + number * i) & 0xFF));
        }
        return text.toString();
    }
}
