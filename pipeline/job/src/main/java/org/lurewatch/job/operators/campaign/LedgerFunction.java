package org.lurewatch.job.operators.campaign;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.Erasures;
import org.lurewatch.codec.LedgerRecords;
import org.lurewatch.codec.LinkRecords;
import org.lurewatch.detection.campaign.CampaignLedger;
import org.lurewatch.detection.campaign.CampaignNews;
import org.lurewatch.schemas.AcceptedReview;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.PostingTie;

/**
 * Joins tied postings into campaigns and sends each posting what that means for it. There is a single key, because a
 * tie may join any two campaigns; only postings that share something with another one come here.
 */
public final class LedgerFunction extends KeyedCoProcessFunction<String, PostingTie, AcceptedReview, PostingNews> {
    private static final long serialVersionUID = 1L;

    private final Duration retention;
    private transient LedgerStore store;
    private transient CampaignLedger ledger;
    private transient RecentTies recent;

    /** @param retention how long a campaign is remembered after its newest posting */
    public LedgerFunction(Duration retention) {
        this.retention = retention;
    }

    @Override
    public void open(OpenContext openContext) {
        store = new LedgerStore(getRuntimeContext());
        ledger = new CampaignLedger(store, retention);
        recent = new RecentTies();
    }

    @Override
    public void processElement1(PostingTie tie, Context context, Collector<PostingNews> out) {
        if (!tie.getErased().isEmpty()) {
            erase(tie.getErased(), out);
        } else if (recent.isNew(tie)) {
            tell(ledger.join(LinkRecords.toDomain(tie)), out);
            lookAgainAfter(tie.getEarlier().getTime(), context);
        }
    }

    @Override
    public void processElement2(AcceptedReview review, Context context, Collector<PostingNews> out) {
        tell(
                ledger.review(
                        review.getPosting(),
                        review.getCampaign(),
                        LedgerRecords.toDomain(review.getStanding()),
                        review.getTime()),
                out);
        lookAgainAfter(review.getTime(), context);
    }

    /** Each task of the links asks for it once, behind its last tie of the posting. */
    private void erase(String posting, Collector<PostingNews> out) {
        List<String> campaigns = ledger.erase(posting);
        recent.clear();
        if (!campaigns.isEmpty()) {
            out.collect(Erasures.news(posting, campaigns));
        }
    }

    /** Forgets what is due, and sets a timer for what is due next. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PostingNews> out) {
        for (String campaign : store.lastSeenUntil(timestamp - retention.toMillis())) {
            ledger.expire(campaign, timestamp);
        }
        recent.clear();
        store.oldest().ifPresent(oldest -> lookAgainAfter(oldest, context));
    }

    private void lookAgainAfter(long lastSeen, Context context) {
        context.timerService().registerEventTimeTimer(Days.upFrom(lastSeen + retention.toMillis()));
    }

    private static void tell(List<CampaignNews> news, Collector<PostingNews> out) {
        news.forEach(each -> out.collect(LedgerRecords.toAvro(each)));
    }
}
