/** {@code screen}: postings of files, assessed in this JVM. */
package org.lurewatch.local.screen;
