package org.lurewatch.job.resume;

import java.io.IOException;
import java.util.Optional;

/** Where a lease is written: a file that others on other machines see. */
interface LeaseFile {

    /** What it says, or nothing where it does not exist. */
    Optional<String> read() throws IOException;

    /** Writes it if it does not exist. @return whether it was written */
    boolean create(String text) throws IOException;

    /** Writes it in place of what it said. */
    void replace(String text) throws IOException;

    void delete() throws IOException;
}
