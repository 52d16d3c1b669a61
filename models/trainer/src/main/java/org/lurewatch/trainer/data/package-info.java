/** Labelled postings, as they are read from files. */
package org.lurewatch.trainer.data;
