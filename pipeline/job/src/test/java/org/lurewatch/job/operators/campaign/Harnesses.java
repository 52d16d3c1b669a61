package org.lurewatch.job.operators.campaign;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.lurewatch.schemas.AcceptedReview;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.LinkSighting;
import org.lurewatch.schemas.PostingErasure;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.PostingTie;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.TrustedClasses;

/** The operators with the keys that the graph gives them, one of so many subtasks. */
final class Harnesses {
    static final Duration RETENTION = Duration.ofDays(90);
    static final int MAX_PARALLELISM = 8;

    static {
        TrustedClasses.register();
    }

    private Harnesses() {}

    static KeyedTwoInputStreamOperatorTestHarness<String, LinkSighting, PostingErasure, PostingTie> links(
            int subtasks, int subtask) throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(new LinkFunction(RETENTION), List.of(LinkFunction.ERASED)),
                LinkSighting::getLink,
                // What is broadcast has no key.
                null,
                Types.STRING,
                MAX_PARALLELISM,
                subtasks,
                subtask);
    }

    static KeyedTwoInputStreamOperatorTestHarness<String, PostingTie, AcceptedReview, PostingNews> ledger()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new LedgerFunction(RETENTION)),
                tie -> "ledger",
                review -> "ledger",
                Types.STRING,
                MAX_PARALLELISM,
                1,
                0);
    }

    static KeyedTwoInputStreamOperatorTestHarness<String, AssessedPosting, PostingNews, ScamWarning> postings(
            int subtasks, int subtask) throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new PostingFunction(RETENTION)),
                assessed -> assessed.getAssessment().getWarningId(),
                PostingNews::getPosting,
                Types.STRING,
                MAX_PARALLELISM,
                subtasks,
                subtask);
    }

    static KeyedOneInputStreamOperatorTestHarness<String, CampaignSample, Campaign> campaigns(int subtasks, int subtask)
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new CampaignFunction(RETENTION)),
                CampaignSample::getCampaign,
                Types.STRING,
                MAX_PARALLELISM,
                subtasks,
                subtask);
    }
}
