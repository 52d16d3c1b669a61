/**
 * {@code review}, {@code reviews} and {@code sweep}: what analysts say of warnings, and warnings of past postings.
 */
package org.lurewatch.cli.review;
