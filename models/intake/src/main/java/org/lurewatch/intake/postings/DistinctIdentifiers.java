package org.lurewatch.intake.postings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/**
 * Sees to it that no two adverts of a file with different text get one identifier, where it was chosen and not given.
 * Keeps 8 bytes for each of at most four million identifiers; later ones are not used. A few in a million are taken for
 * those of others wrongly, and not used either.
 */
final class DistinctIdentifiers {
    private static final int MOST = 1 << 22;
    private static final int TEXT_BITS = 24;

    private long[] slots = new long[1 << 10];
    private int size;

    /**
     * Takes an identifier away that another advert has, too.
     *
     * @param posting with the names of schema.org; changed
     * @return whether what is left can name the posting; not so where its URL is that of another advert, too
     */
    boolean settle(ObjectNode posting) {
        String text =
                text(posting, "title") + '\0' + text(posting, "description") + '\0' + text(posting, "qualifications");
        String identifier = text(posting, "identifier");
        if (!identifier.isEmpty()) {
            if (isOfOneAdvert("i" + identifier, text)) {
                return true;
            }
            posting.remove("identifier");
        }
        String url = text(posting, "url");
        return url.isEmpty() || isOfOneAdvert("u" + url, text);
    }

    private static String text(ObjectNode posting, String field) {
        JsonNode value = posting.path(field);
        return value.isContainerNode() ? value.toString() : value.asText("");
    }

    private boolean isOfOneAdvert(String name, String text) {
        // Zero stands for an empty slot.
        long entry = (mixed(name) & -1L << TEXT_BITS) | (mixed(text) >>> (64 - TEXT_BITS)) | 1;
        int slot = slotOf(entry);
        if (slots[slot] != 0) {
            return slots[slot] == entry;
        }
        if (size == MOST) {
            return false;
        }
        slots[slot] = entry;
        if (++size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    private int slotOf(long entry) {
        int slot = (int) (entry >>> 40) & (slots.length - 1);
        while (slots[slot] != 0 && (slots[slot] ^ entry) >>> TEXT_BITS != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        Arrays.stream(before).filter(entry -> entry != 0).forEach(entry -> slots[slotOf(entry)] = entry);
    }

    private static long mixed(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
