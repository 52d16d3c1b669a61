package org.lurewatch.detection.lists;

/** A list of a platform. */
public enum ListName {
    /** What it vouches for. */
    ALLOW("allow"),
    /** What it warns of. */
    BLOCK("block");

    private final String word;

    ListName(String word) {
        this.word = word;
    }

    /** As a reader sees it. */
    public String word() {
        return word;
    }
}
