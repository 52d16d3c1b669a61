package org.lurewatch.job.operators.campaign;

import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.LinkSighting;
import org.lurewatch.schemas.PostingTie;
import org.lurewatch.schemas.SeenPosting;
import org.lurewatch.schemas.SharedKind;

/** Ties as a test wants them. */
final class ExampleTies {
    private ExampleTies() {}

    static PostingTie tie(AssessedPosting earlier, AssessedPosting later) {
        return new PostingTie("PHONE:+1", SharedKind.PERSON, seen(earlier), seen(later), 0.0, "");
    }

    private static SeenPosting seen(AssessedPosting posting) {
        LinkSighting any = LinkSightings.of(posting).get(0);
        return any.getPosting();
    }
}
