package org.lurewatch.codec.registry;

import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A schema as a registry keeps it.
 *
 * @param avro the Avro schema; empty for a JSON schema, whose records are JSON and need none to be read
 */
public record RegisteredSchema(Optional<Schema> avro) {
    static final RegisteredSchema JSON = new RegisteredSchema(Optional.empty());
}
