package io.examledger.command.redeemcode.bulk;

import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.LONG_AGO;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.ORDER;

import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.redeemcode.bulk.BulkChangeId;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import java.util.List;
import java.util.stream.IntStream;

/** What happens to a bulk change of Acme's, in short. */
final class JobFacts {
    static final BulkChangeId JOB = new BulkChangeId("job");
    static final BulkChangeEvent REQUESTED = new BulkChangeEvent.Requested(
            "job", COMPANY.value(), BulkAction.UNBIND, null, null, null, null, null, LONG_AGO);

    private JobFacts() {}

    static SelectRedeemCodes select(long after, int count, long through, boolean last) {
        return new SelectRedeemCodes(JOB, after, codes(count), through, last, NOW);
    }

    static FinishChunk finish(int chunk, int changed, RefusalCount... refusals) {
        return new FinishChunk(JOB, chunk, changed, List.of(refusals), NOW);
    }

    static List<RedeemCodeId> codes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> RedeemCodeId.of(ORDER, n))
                .toList();
    }

    static BulkChangeEvent chunkSelected(int chunk, int count, long through) {
        return new BulkChangeEvent.ChunkSelected("job", COMPANY.value(), chunk, count, through, NOW);
    }

    /** Of the chunk's stream; as a fact, of the stream of a job of an earlier version. */
    static BulkChangeEvent selected(int chunk, int count, long through) {
        return new BulkChangeEvent.Selected(
                "job",
                COMPANY.value(),
                chunk,
                codes(count).stream().map(RedeemCodeId::value).toList(),
                through,
                NOW);
    }

    static BulkChangeEvent complete(int total) {
        return new BulkChangeEvent.SelectionCompleted("job", COMPANY.value(), total, NOW);
    }

    static BulkChangeEvent done(int chunk, int changed, RefusalCount... refusals) {
        return new BulkChangeEvent.ChunkDone("job", COMPANY.value(), chunk, changed, List.of(refusals), NOW);
    }

    static BulkChangeEvent finished() {
        return new BulkChangeEvent.Finished("job", COMPANY.value(), NOW);
    }
}
