/** {@code lurewatch read}: what is in files of postings. */
package org.lurewatch.cli.read;
