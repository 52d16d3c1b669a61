package org.lurewatch.web.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What a reviewer said.
 *
 * @param judgement as on the wire
 * @param json all of it, the note included
 */
public record StoredReview(String reviewer, String judgement, Instant at, ObjectNode json) {}
