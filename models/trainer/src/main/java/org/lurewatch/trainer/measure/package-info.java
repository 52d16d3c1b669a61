/** What outcomes are worth: figures with their intervals, by file, language and source, and how they are shown. */
package org.lurewatch.trainer.measure;
