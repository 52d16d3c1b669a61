/** Postings to work on, and what sends them: the written examples, broken ones, and ones mixed from their sentences. */
package org.lurewatch.lab.examples;
