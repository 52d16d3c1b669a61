package org.lurewatch.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.lurewatch.web.access.Audit;
import org.lurewatch.web.access.AuditEntry;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.view.ContactMask;

/** Shows contact details to those who may see them and ask for them, after it was written down. */
final class ShownContacts {
    static final String PARAMETER = "contacts";

    private static final String ACTION = "contacts-shown";

    private final Audit audit;
    private final Clock clock;

    ShownContacts(Audit audit, Clock clock) {
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Whether they are asked for. @throws Problem where that is not allowed */
    static boolean areAskedFor(Context request) {
        List<String> values = request.queryParams(PARAMETER);
        if (values.isEmpty() || values.equals(List.of("hide"))) {
            return false;
        }
        if (!values.equals(List.of("show"))) {
            throw ListQuery.broken("contacts is show or hide.");
        }
        Gate.require(request, Permission.REVEAL, "see contact details");
        return true;
    }

    /**
     * Records as this caller gets them.
     *
     * @param subject what they are, for the audit
     */
    List<ObjectNode> of(Context request, List<ObjectNode> records, String subject) {
        if (!areAskedFor(request)) {
            return records.stream().map(ContactMask::hide).toList();
        }
        if (!records.isEmpty()) {
            Caller caller = Gate.callerOf(request);
            audit.record(new AuditEntry(clock.instant(), caller.name(), ACTION, subject));
        }
        return records;
    }
}
