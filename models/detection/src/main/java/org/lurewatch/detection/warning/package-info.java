/**
 * What readers are told of a posting or a campaign, and when.
 *
 * <p>{@code WarningRule} decides what follows from an assessment of a posting, from news of its campaign and from
 * reviews: its warning as it stands now, and whether it is sent. {@code SweepRule} decides the same for a sweep over the
 * history, {@code CampaignRule} for the public record of a campaign. {@code WarningVersion} says which of two warnings holds.
 *
 * <p>All are pure rules over immutable records; whoever calls them keeps the state.
 */
package org.lurewatch.detection.warning;
