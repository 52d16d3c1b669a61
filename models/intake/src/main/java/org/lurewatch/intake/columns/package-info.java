/**
 * Which column of a stranger's file is what: decided by the names of the columns, in many languages, and by the values
 * in them. {@link org.lurewatch.intake.columns.ColumnChoice} decides once for a file, {@link
 * org.lurewatch.intake.columns.Columns} takes each record to the names of schema.org/JobPosting.
 */
package org.lurewatch.intake.columns;
