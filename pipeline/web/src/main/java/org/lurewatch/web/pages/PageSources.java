package org.lurewatch.web.pages;

import io.javalin.http.Context;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lurewatch.detection.bundle.LoadedBundle;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.web.access.AuditEntry;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.api.PostingMemory;
import org.lurewatch.web.view.ViewStore;

/**
 * What the pages are made from.
 *
 * @param bundle decides about what is pasted
 * @param memory knows of what is pasted what it does not say
 * @param lists those that stand now
 * @param clock gives the time by which their entries end
 * @param folder where that bundle lies; its model card is shown
 * @param view what came over the topics; empty where no stream is connected
 * @param deployment which bundles decide in the stream; empty where that is not known
 * @param reveals writes down who is about to see the contact details of what, and throws where that fails
 * @param audit writes down who is about to read the audit, and gives its newest entries, the newest first
 * @param csrf what a form must send back; the empty string where nobody is logged in
 * @param singleSignOn whether people may log in through their organisation
 */
public record PageSources(
        LoadedBundle bundle,
        PostingMemory memory,
        Supplier<PostingLists> lists,
        InstantSource clock,
        Optional<Path> folder,
        Optional<ViewStore> view,
        Supplier<Optional<ControlStatus>> deployment,
        BiConsumer<Caller, String> reveals,
        Function<Caller, List<AuditEntry>> audit,
        Function<Context, String> csrf,
        boolean singleSignOn) {
    public PageSources {
        Objects.requireNonNull(bundle);
        Objects.requireNonNull(memory);
        Objects.requireNonNull(lists);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(folder);
        Objects.requireNonNull(view);
        Objects.requireNonNull(deployment);
        Objects.requireNonNull(reveals);
        Objects.requireNonNull(audit);
        Objects.requireNonNull(csrf);
    }

    /** Of a bundle alone: nothing is read from a stream, and nobody is logged in. */
    public static PageSources of(LoadedBundle bundle, Path folder) {
        return new PageSources(
                bundle,
                PostingMemory.NOTHING,
                () -> PostingLists.NONE,
                InstantSource.fixed(Instant.EPOCH),
                Optional.of(folder),
                Optional.empty(),
                Optional::empty,
                (caller, subject) -> {
                    throw new IllegalStateException("there is nothing to reveal");
                },
                caller -> List.of(),
                request -> "",
                false);
    }
}
