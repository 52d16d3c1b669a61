package org.lurewatch.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.campaign.Link;
import org.lurewatch.detection.campaign.LinkKind;
import org.lurewatch.detection.campaign.LinkMemory;
import org.lurewatch.detection.campaign.Sighting;
import org.lurewatch.detection.campaign.Tie;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.links.Handle;
import org.lurewatch.detection.links.HandleKind;
import org.lurewatch.detection.links.TextSketch;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.LinkSighting;
import org.lurewatch.schemas.LinkState;
import org.lurewatch.schemas.PostingTie;
import org.lurewatch.schemas.RecordPosition;
import org.lurewatch.schemas.SeenPosting;
import org.lurewatch.schemas.SharedKind;
import org.lurewatch.schemas.Stranger;
import org.lurewatch.schemas.TrustedClasses;

/** Links, what they remember and the ties between postings, converted between Avro and the domain's types. */
public final class LinkRecords {
    static {
        TrustedClasses.register();
    }

    private LinkRecords() {}

    /** What ties the posting to others. */
    public static Footprint footprint(AssessedPosting assessed) {
        org.lurewatch.schemas.Footprint footprint = assessed.getFootprint();
        return new Footprint(
                footprint.getHandles().stream()
                        .map(handle -> new Handle(HandleKind.valueOf(handle.getKind()), handle.getValue()))
                        .toList(),
                new TextSketch(footprint.getBands(), text(footprint.getSignature())),
                footprint.getEmployer(),
                footprint.getLanguage(),
                footprint.getDestination(),
                "");
    }

    /**
     * A posting on its way to each of its links.
     *
     * @param record where it was read, or null where that is not known
     */
    public static List<LinkSighting> toAvro(List<Link> links, Sighting sighting, @Nullable RecordPosition record) {
        SeenPosting seen = toAvro(sighting);
        int partition = record == null ? -1 : record.getPartition();
        long offset = record == null ? -1 : record.getOffset();
        return links.stream()
                .map(link -> new LinkSighting(link.key(), kind(link), seen, partition, offset))
                .toList();
    }

    /** The posting of a sighting. */
    public static Sighting toDomain(SeenPosting seen) {
        return new Sighting(
                seen.getPosting(),
                seen.getTime(),
                seen.getSuspicious(),
                seen.getLikely(),
                seen.getPersonal(),
                seen.getEmployer(),
                text(seen.getSignature()));
    }

    /** What a link remembers; empty for null. */
    public static LinkMemory toDomain(@Nullable LinkState state) {
        return state == null
                ? LinkMemory.EMPTY
                : new LinkMemory(
                        state.getSightings().stream().map(LinkRecords::toDomain).toList(),
                        state.getStrangers().stream()
                                .map(stranger ->
                                        new LinkMemory.Stranger(stranger.getEmployer(), text(stranger.getSignature())))
                                .toList(),
                        state.getSuspicious(),
                        state.getLastSeen());
    }

    /** What a link remembers, for its state. */
    public static LinkState toAvro(LinkMemory memory) {
        return new LinkState(
                memory.sightings().stream().map(LinkRecords::toAvro).toList(),
                memory.strangers().stream()
                        .map(stranger -> new Stranger(stranger.employer(), bytes(stranger.signature())))
                        .toList(),
                memory.suspicious(),
                memory.lastSeen());
    }

    /** A tie. */
    public static Tie toDomain(PostingTie tie) {
        return new Tie(
                tie.getLink(),
                toDomain(tie.getKind()),
                toDomain(tie.getEarlier()),
                toDomain(tie.getLater()),
                tie.getSimilarity());
    }

    /** A tie on its way to the ledger. */
    public static PostingTie toAvro(Tie tie) {
        return new PostingTie(
                tie.link(),
                SharedKind.valueOf(tie.kind().name()),
                toAvro(tie.earlier()),
                toAvro(tie.later()),
                tie.similarity(),
                "");
    }

    /** What kind of thing two postings share. */
    public static LinkKind toDomain(SharedKind kind) {
        return LinkKind.valueOf(kind.name());
    }

    private static SharedKind kind(Link link) {
        return SharedKind.valueOf(link.kind().name());
    }

    private static SeenPosting toAvro(Sighting sighting) {
        return new SeenPosting(
                sighting.posting(),
                sighting.time(),
                sighting.suspicious(),
                sighting.likely(),
                sighting.personal(),
                sighting.employer(),
                bytes(sighting.signature()));
    }

    /** Signatures are bytes on the wire and Latin-1 characters in the domain. */
    private static String text(ByteBuffer signature) {
        byte[] units = new byte[signature.remaining()];
        signature.duplicate().get(units);
        return new String(units, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer bytes(String signature) {
        return ByteBuffer.wrap(signature.getBytes(StandardCharsets.ISO_8859_1));
    }
}
