/**
 * What a posting speaks of, in any of 49 languages. A concept is one subject of hiring or luring (training, paid daily,
 * a bank account) with short everyday forms in each language; what is learnt on a concept holds in every language. All
 * forms are found in one pass over the tokens of the text chain; which of them count is decided by the language that the
 * posting is found to be written in. See RATIONALE.md, "Concepts carry over from language to language".
 */
package org.lurewatch.detection.concepts;
