package org.lurewatch.job.start;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.lurewatch.job.config.KafkaConfig;

/** What a killed run has left open on the broker: it hides what comes after it from readers until it times out. */
final class LeftTransactions {
    private LeftTransactions() {}

    /**
     * Aborts the transactions that nobody will commit.
     *
     * @param checkpoint as {@link TransactionNames#isLeftOver} takes it
     * @return how many there were
     * @throws ExecutionException if the broker refuses
     */
    static int abort(KafkaConfig kafka, TransactionNames names, long checkpoint)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(KafkaTopics.clientProperties(kafka))) {
            ListTransactionsOptions open = new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
            List<String> left = admin.listTransactions(open).all().get().stream()
                    .map(TransactionListing::transactionalId)
                    .filter(id -> names.isLeftOver(id, checkpoint))
                    .toList();
            admin.fenceProducers(left).all().get();
            return left.size();
        }
    }
}
