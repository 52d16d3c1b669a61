package org.lurewatch.codec.registry;

import java.util.UUID;

/** How a value names the schema that it was written with. */
public sealed interface SchemaRef {

    /** The number that a registry gave to it; Apicurio's are content ids. */
    record Id(long number) implements SchemaRef {
        @Override
        public String toString() {
            return "schema " + number;
        }
    }

    /** The identifier that a registry of Confluent gives to it besides. */
    record Guid(UUID guid) implements SchemaRef {
        @Override
        public String toString() {
            return "schema " + guid;
        }
    }

    /** A version of a schema in AWS Glue. */
    record Glue(UUID version) implements SchemaRef {
        @Override
        public String toString() {
            return "version " + version + " of a schema in AWS Glue";
        }
    }
}
