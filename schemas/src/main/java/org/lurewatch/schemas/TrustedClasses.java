package org.lurewatch.schemas;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that it may make objects of the generated classes: it refuses every class that was not named to it
 * ("Forbidden class").
 */
public final class TrustedClasses {
    static {
        ClassSecurityValidator.Builder ours = ClassSecurityValidator.builder();
        Set<String> names = new HashSet<>();
        for (Schema root : List.of(
                JobPosting.getClassSchema(),
                ScamWarning.getClassSchema(),
                RejectedPosting.getClassSchema(),
                ReceivedPosting.getClassSchema(),
                PostingErasure.getClassSchema(),
                AssessedPosting.getClassSchema(),
                LinkSighting.getClassSchema(),
                LinkState.getClassSchema(),
                PostingTie.getClassSchema(),
                Campaign.getClassSchema(),
                Review.getClassSchema(),
                LedgerEntry.getClassSchema(),
                PostingNews.getClassSchema(),
                PostingMemory.getClassSchema(),
                CampaignSample.getClassSchema(),
                CampaignState.getClassSchema(),
                WeighedReview.getClassSchema(),
                ReviewerState.getClassSchema(),
                TargetState.getClassSchema(),
                AcceptedReview.getClassSchema(),
                Trend.getClassSchema(),
                TrendCount.getClassSchema(),
                SweptPosting.getClassSchema(),
                ControlCommand.getClassSchema(),
                ControlStatus.getClassSchema(),
                ShadowScore.getClassSchema(),
                DeploymentRecord.getClassSchema(),
                ControlNews.getClassSchema(),
                BundleTally.getClassSchema(),
                WatchState.getClassSchema())) {
            SchemaWalk.visit(root, schema -> {
                if (SchemaWalk.isNamed(schema)) {
                    names.add(schema.getFullName());
                }
            });
        }
        names.forEach(ours::add);
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), ours.build()));
    }

    private TrustedClasses() {}

    /**
     * Registers the generated classes, once for each class loader. To be called wherever Avro may meet one of them first:
     * Flink's serialisers run without passing
     * through a class of ours, and builders look at defaults.
     */
    public static void register() {
        // The static initialiser has done it by now.
    }
}
