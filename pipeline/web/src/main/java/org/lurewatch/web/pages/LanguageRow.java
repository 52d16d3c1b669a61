package org.lurewatch.web.pages;

/** On how many postings of a language a model was measured. */
public record LanguageRow(String name, int honest, int lures, boolean measured) {}
