package org.lurewatch.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaDocumentationTest {
    private static final Set<String> NEEDED_OF_EVERY_WRITER = Set.of("JobPosting.identifier");

    private final List<Schema> roots = List.of(
            JobPosting.getClassSchema(),
            ScamWarning.getClassSchema(),
            RejectedPosting.getClassSchema(),
            ReceivedPosting.getClassSchema(),
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
            WatchState.getClassSchema());

    @Test
    void everyTypeAndEveryFieldIsDocumented() {
        List<String> undocumented = new ArrayList<>();
        roots.forEach(root -> SchemaWalk.visit(root, schema -> {
            if (SchemaWalk.isNamed(schema) && isBlank(schema.getDoc())) {
                undocumented.add(schema.getFullName());
            }
            if (schema.getType() == Schema.Type.RECORD) {
                schema.getFields().stream()
                        .filter(field -> isBlank(field.doc()))
                        .forEach(field -> undocumented.add(schema.getFullName() + "." + field.name()));
            }
        }));

        assertEquals(List.of(), undocumented);
    }

    @Test
    void nothingOfAPostingButItsIdentifierIsCompulsory() {
        List<String> compulsory = new ArrayList<>();
        SchemaWalk.visit(JobPosting.getClassSchema(), schema -> {
            if (schema.getType() == Schema.Type.RECORD) {
                schema.getFields().stream()
                        .filter(field -> !field.hasDefaultValue())
                        .forEach(field -> compulsory.add(schema.getName() + "." + field.name()));
            }
        });

        assertEquals(List.copyOf(NEEDED_OF_EVERY_WRITER), compulsory);
    }

    @Test
    void everyEnumNamesTheSymbolThatOldReadersSeeForANewOne() {
        roots.forEach(root -> SchemaWalk.visit(root, schema -> {
            if (schema.getType() == Schema.Type.ENUM) {
                assertEquals(true, schema.getEnumDefault() != null, schema.getFullName());
            }
        }));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
