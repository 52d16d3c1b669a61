package org.lurewatch.trainer.bench.attack;

import java.util.Locale;

/** How much of a text an attack changes. At medium strength a person still reads it with ease. */
public enum Strength {
    LIGHT,
    MEDIUM,
    STRONG;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
