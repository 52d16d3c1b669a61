/** {@code screen}: postings of files, assessed in this JVM. */
package org.lurewatch.cli.screen;
