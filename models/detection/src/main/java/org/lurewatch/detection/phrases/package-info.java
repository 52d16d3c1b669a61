/**
 * The wordings of the lexicon, found in a posting, and how the posting means them.
 *
 * <p>In go the tokens of a field; out come {@code PhraseMatch}es. {@code TriePhraseMatcher} finds inflected, misspelt and split
 * wordings at a cost that does not grow with the lexicon. {@code Stances} then decides of each match whether the text says it
 * of itself, denies it, or reports that others say it.
 *
 * <p>A phrase points to a {@code Signal}, and the signal names the published indicator on which it rests.
 */
package org.lurewatch.detection.phrases;
