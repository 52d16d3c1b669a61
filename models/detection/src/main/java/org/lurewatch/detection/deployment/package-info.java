/**
 * Which model bundle decides: the champion, a canary that decides for a share of the postings, and a shadow that is only
 * compared.
 *
 * <p>{@code DeploymentRule} applies a command to a {@code Deployment} and refuses what does not fit; {@code VetoRule} stops a new
 * bundle that warns of far more or far fewer postings than expected. Both are pure.
 */
package org.lurewatch.detection.deployment;
