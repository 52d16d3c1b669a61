/**
 * Moves postings to other places: countries, cities and nationalities are exchanged in the text and in the fields for an
 * address, in the language of the posting.
 *
 * <p>No place may count for or against an advert, so a moved posting must get the same verdict. The {@code Gazetteer} shares
 * no list with what the classifier masks.
 */
package org.lurewatch.trainer.bench.place;
