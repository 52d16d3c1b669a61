/**
 * The job's settings: one YAML file, read into records. Each key, its default and its check are on one line of the
 * record that the key belongs to; {@link org.lurewatch.job.config.ConfigReader} is the entry point.
 */
package org.lurewatch.job.config;
