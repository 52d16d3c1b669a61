/**
 * What people do with the topics: read, review, explain, control and send back. Every call answers with values or
 * throws a {@link org.lurewatch.desk.DeskException} whose message a person understands; how it looks is left to
 * the caller, whether terminal or web page.
 */
package org.lurewatch.desk;
