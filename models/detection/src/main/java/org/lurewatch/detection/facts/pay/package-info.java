/**
 * What is paid: offers with their currency and period, and how far they lie above usual wages.
 *
 * <p>In go the marks of a text; out come {@code PayOffer}s. {@code Amount} reads one figure in digits or words, {@code Money}
 * a range with its currency, and {@code PayReader} decides from the words around it whether it is pay at all. Years, ages,
 * dates and head counts are not. {@code LocalMoney} says what a sign of several moneys can mean; where that stays open, the
 * currency of an offer is unknown and never guessed.
 *
 * <p>{@code WageTable} compares an offer with the wages of a country. An offer that does not say its period or its money is
 * understood in the way that makes it least remarkable.
 */
package org.lurewatch.detection.facts.pay;
