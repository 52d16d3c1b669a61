/**
 * The decision about one posting, and its reasons.
 *
 * <p>In goes a posting; out comes an {@code Assessment}: score, verdict, evidence, what would change the verdict, and questions
 * to ask. {@code Judge} scores and applies the {@code WarningPolicy}; {@code Attribution} takes the score apart into places of
 * the posting; {@code EvidenceChoice} picks the few that a reader is shown; {@code FlipSearch} looks for the evidence without
 * which the verdict would be milder.
 *
 * <p>The one idea to know: a weak signal never leads to a warning by itself or with other weak ones, and a text about scams
 * is not a scam unless it makes an offer as well.
 */
package org.lurewatch.detection.assess;
