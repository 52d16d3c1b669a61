/**
 * How the poster can be reached: telephones, mailboxes, links, and accounts in messengers.
 *
 * <p>In go the marks of a text; out come {@code Contact}s. The one idea to know: each handle has one spelling, whatever way it
 * was written, so that the same account is recognised in other postings. A handle that is masked stays empty.
 */
package org.lurewatch.detection.facts.contact;
