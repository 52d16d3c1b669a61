/**
 * What the job has sent for people to read: warnings, campaigns and trends, listed or followed, as records, CSV or JSON.
 */
package org.lurewatch.desk.output;
