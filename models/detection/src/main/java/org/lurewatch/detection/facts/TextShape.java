package org.lurewatch.detection.facts;

/**
 * How the prose of a posting looks, whatever its language. Shares are of the visible characters, from 0 to 1.
 *
 * @param length visible characters without white space
 * @param capitals share of upper-case letters among the letters that have a case
 * @param digits share of digits
 * @param exclamations share of exclamation marks
 * @param emoji share of emoji and other pictographs
 */
public record TextShape(int length, double capitals, double digits, double exclamations, double emoji) {

    public static final TextShape EMPTY = new TextShape(0, 0, 0, 0, 0);
}
