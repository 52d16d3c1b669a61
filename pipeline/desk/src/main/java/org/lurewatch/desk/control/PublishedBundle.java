package org.lurewatch.desk.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lurewatch.detection.bundle.BundleException;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.TerminalText;

/**
 * The bundle of a digest, as the topic of commands names it.
 *
 * @param folder where it lies on this machine; empty where it does not
 * @param message where it was found or why it was not, for a person
 */
public record PublishedBundle(Optional<Path> folder, String message) {
    /** The bundle that was named is the right one. */
    public static final PublishedBundle NOT_NEEDED = new PublishedBundle(Optional.empty(), "");

    private static final int LONGEST = 200;

    /** Looks it up, where there is such a topic. */
    public static PublishedBundle find(String digest, ControlTopics topics) {
        if (!topics.exist()) {
            return missing("there is no topic " + topics.control() + " that could tell where it lies");
        }
        return among(topics.read().places(digest), digest, topics.control());
    }

    /** The first of these places that holds it. */
    static PublishedBundle among(List<String> places, String digest, String topic) {
        for (String place : places) {
            Optional<Path> folder = BundlePlace.folder(place).filter(each -> holds(each, digest));
            if (folder.isPresent()) {
                return new PublishedBundle(
                        folder,
                        "assessed with the bundle that decided, which topic " + topic + " says is at " + escape(place));
            }
        }
        return missing(
                places.isEmpty()
                        ? "topic " + topic + " does not say where it lies"
                        : "topic " + topic + " says it is at " + escape(places.get(0))
                                + ", where this machine does not find it");
    }

    private static PublishedBundle missing(String message) {
        return new PublishedBundle(Optional.empty(), message);
    }

    private static boolean holds(Path folder, String digest) {
        try {
            return BundleLoader.identify(folder).digest().equals(digest);
        } catch (BundleException e) {
            return false;
        }
    }

    private static String escape(String place) {
        return TerminalText.escape(place, LONGEST);
    }
}
