package org.lurewatch.detection.facts.words;

/** The sexes, as far as postings name them. */
public enum Sex {
    FEMALE,
    MALE
}
