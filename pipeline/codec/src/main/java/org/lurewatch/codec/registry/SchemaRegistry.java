package org.lurewatch.codec.registry;

import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/** Where a value's schema is looked up by the identifier that the value carries. */
@FunctionalInterface
public interface SchemaRegistry {
    /** Of those who have none. */
    SchemaRegistry NONE = schema -> {
        throw new UnusablePostingException(
                RejectReason.UNKNOWN_SCHEMA,
                "the record names " + schema + " of a schema registry, and none is configured (registry.url)");
    };

    /**
     * The schema of this identifier.
     *
     * @throws UnusablePostingException with {@link RejectReason#UNKNOWN_SCHEMA} where the registry has none that can be used
     * @throws RegistryException where the registry does not answer and nobody waits for it
     */
    RegisteredSchema find(SchemaRef schema);
}
