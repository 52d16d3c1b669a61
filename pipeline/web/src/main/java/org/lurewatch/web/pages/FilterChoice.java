package org.lurewatch.web.pages;

/**
 * A value that a filter may have.
 *
 * @param value as the address holds it
 * @param name as a person reads it
 */
public record FilterChoice(String value, String name) {}
