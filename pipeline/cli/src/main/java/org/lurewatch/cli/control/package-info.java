/** {@code control}: bundles are published, put in charge, tried and taken back while the job runs. */
package org.lurewatch.cli.control;
