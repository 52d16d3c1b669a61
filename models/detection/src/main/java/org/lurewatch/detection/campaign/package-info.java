/**
 * Campaigns: postings that share a handle or nearly the same text and so come from the same people, and what that adds
 * to what each posting says by itself.
 *
 * <p>{@code LinkRule} decides which postings are linked; {@code CampaignLedger} keeps the campaigns and says which postings have
 * news; {@code Consensus} sums up what a campaign's members say; {@code LateJudgement} turns that into a later verdict on a
 * posting. {@code TemplateFinder} and {@code SampleText} show what the texts have in common without personal data.
 *
 * <p>All are pure rules over a {@code CampaignStore}, which holds the state, so that the stream and a local run over files
 * decide alike.
 */
package org.lurewatch.detection.campaign;
