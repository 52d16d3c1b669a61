/**
 * What a posting is, before anything is read from it: its fields as they were sent, its times, and the reasons for which
 * one cannot be used.
 *
 * <p>{@code JobPosting} is checked and copied where it is made, so that nothing behind it has to check again. Text stays raw,
 * with HTML and disguises, because evidence points into it. {@code PostingField} says of each field what kind of text it
 * holds, and the kind decides how it is read. A missing field is unknown and never counts as evidence.
 */
package org.lurewatch.detection.posting;
