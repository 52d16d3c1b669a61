/**
 * {@code review}, {@code reviews} and {@code sweep}: what analysts say of warnings, and what to warn of anew.
 */
package org.lurewatch.cli.review;
