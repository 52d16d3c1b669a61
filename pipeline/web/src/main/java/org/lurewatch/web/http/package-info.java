/** What all routes share: how they are added to the server, how they fail, and how much they take in. */
package org.lurewatch.web.http;
