/** The API for programs: JSON in, JSON out. Its contract is {@code openapi.yaml}. */
package org.lurewatch.web.api;
