package org.lurewatch.desk.screen;

import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.posting.RejectReason;

/** What became of one record. */
public sealed interface ScreenedRecord {
    /** It was assessed. */
    record Assessed(Assessment assessment) implements ScreenedRecord {}

    /**
     * It could not be assessed.
     *
     * @param place file and line, for a person to look at
     * @param detail what is wrong, in our own words
     */
    record Rejected(String place, RejectReason reason, String detail) implements ScreenedRecord {}

    /** It describes something else, such as the page around a posting. */
    record NoPosting() implements ScreenedRecord {}

    /**
     * It is the end of a file.
     *
     * @param notice what a person is told of the file
     */
    record FileEnd(String notice) implements ScreenedRecord {}
}
