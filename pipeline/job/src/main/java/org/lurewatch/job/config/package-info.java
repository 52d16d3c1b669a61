/**
 * The job's settings: one YAML file, read into records. Each key, its default and its check stand in one line of the
 * record it belongs to; {@link org.lurewatch.job.config.ConfigReader} is the way in.
 */
package org.lurewatch.job.config;
