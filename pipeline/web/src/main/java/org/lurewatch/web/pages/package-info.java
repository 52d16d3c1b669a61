/**
 * The pages for people. They are made on the server, work without JavaScript where that can be, and show scraped text
 * only as text: nothing in it is obeyed, loaded or followed.
 *
 * <p>{@code Page} is what every template is given. {@code PageWords} are the words of one language. {@code MarkedText} is
 * the raw text of an advert with its evidence marked.
 */
package org.lurewatch.web.pages;
