/**
 * Allow and block lists of a platform: what it says of employers, domains and handles beforehand, and what that makes of an
 * assessment.
 *
 * <p>{@code ListEntry} is what somebody has put on a list, {@code PostingLists} are those that stand, and {@code ListRule}
 * applies them. Only what is the same letter by letter matches; a list never changes a score, and each change of a verdict is
 * shown as evidence.
 */
package org.lurewatch.detection.lists;
