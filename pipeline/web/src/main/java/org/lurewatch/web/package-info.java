/**
 * The door for platforms and people: the screening API and the console's pages. It knows neither Flink nor the command
 * line. Whoever starts it says what it may use ({@link org.lurewatch.web.WebSettings}).
 *
 * <p>{@code http} is what all routes share. {@code access} decides who may do what: a route without a permission answers
 * nobody. {@code view} remembers what came over the topics, and can be rebuilt from them. {@code api} answers programs,
 * {@code pages} answer people.
 */
package org.lurewatch.web;
