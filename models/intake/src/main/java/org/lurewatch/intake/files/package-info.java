/**
 * From the bytes of a file that somebody has to records under the file's own names: {@link
 * org.lurewatch.intake.files.SourceFiles} opens files, folders and archives, {@link
 * org.lurewatch.intake.files.SourceFile} finds out what a file is and cuts it into records. What the names mean is
 * decided elsewhere.
 */
package org.lurewatch.intake.files;
