package org.lurewatch.lab.faults;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.lurewatch.lab.LabException;

/** Forbids everybody all transactions of a broker, also those that are open already. */
final class TransactionBan implements AutoCloseable {
    private static final AclBinding BAN = new AclBinding(
            new ResourcePattern(ResourceType.TRANSACTIONAL_ID, ResourcePattern.WILDCARD_RESOURCE, PatternType.LITERAL),
            new AccessControlEntry("User:*", "*", AclOperation.ALL, AclPermissionType.DENY));

    private final Admin admin;

    private TransactionBan(Admin admin) {
        this.admin = admin;
    }

    /** Forbids them. @throws LabException where the broker does not answer */
    static TransactionBan of(String bootstrapServers) throws InterruptedException {
        Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        try {
            admin.createAcls(List.of(BAN)).all().get();
            return new TransactionBan(admin);
        } catch (ExecutionException e) {
            admin.close();
            throw new LabException("transactions cannot be forbidden: " + e.getCause(), e);
        }
    }

    /** Allows them again. */
    @Override
    public void close() throws InterruptedException {
        try {
            admin.deleteAcls(List.of(BAN.toFilter())).all().get();
        } catch (ExecutionException e) {
            throw new LabException("transactions cannot be allowed again: " + e.getCause(), e);
        } finally {
            admin.close();
        }
    }
}
