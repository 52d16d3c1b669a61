/**
 * From files of any kind to postings: {@link org.lurewatch.intake.postings.PostingFiles} opens them, finds out which
 * column is what, and says what it took.
 */
package org.lurewatch.intake.postings;
