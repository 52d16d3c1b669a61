package org.lurewatch.trainer.bench;

import java.util.Locale;

/** How hard an attack goes at a text. At medium strength a person still reads it with ease. */
enum Strength {
    LIGHT,
    MEDIUM,
    STRONG;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
