package io.examledger.benchmarks.history;

import io.examledger.benchmarks.commands.RandomText;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Codes that are issued, bound, unbound, and given other strings, one by one or many at once (COD-1 to COD-4). */
final class Codes {
    private static final int CHUNK = 1_000;
    private static final int BULK_CHUNK = 500;
    private static final String[] NONE = {"", ""};

    private final Teller teller;
    private final Messages messages;
    private final Registrations registrations;
    /** Present digests and sealed strings by code. */
    private final Map<String, String[]> strings = new HashMap<>();

    Codes(Teller teller, Messages messages, Registrations registrations) {
        this.teller = teller;
        this.messages = messages;
        this.registrations = registrations;
    }

    /** All codes of the order that the teller knows. */
    void issue() {
        strings.clear();
        int quantity = teller.known("quantity", Integer.class);
        teller.know("actor", "system");
        for (int from = 1; from <= quantity; from += CHUNK) {
            int to = Math.min(from + CHUNK - 1, quantity);
            teller.tell(OrderEvent.RedeemCodesIssued.class, Map.of("from", from, "to", to));
            for (int number = from; number <= to; number++) {
                String[] fresh = {RandomText.digest(), RandomText.sealed()};
                strings.put(code(number), fresh);
                teller.tell(
                        RedeemCodeEvent.Issued.class,
                        Map.of("redeemCodeId", code(number), "digest", fresh[0], "sealed", fresh[1]));
            }
            teller.done();
        }
    }

    String code(int number) {
        return RedeemCodeId.of(new OrderId(teller.text("orderId")), number).value();
    }

    /** Of its present string. */
    String digest(String code) {
        return strings.getOrDefault(code, NONE)[0];
    }

    /** To the person that the teller knows as holder. */
    void bind(String code) {
        teller.know("redeemCodeId", code).know("actor", teller.text("holder"));
        registrations.choose(teller.text("holder"));
        teller.tell(RedeemCodeEvent.Bound.class);
        teller.tell(CandidacyEvent.RegistrationOpened.class);
        teller.done();
    }

    void unbind() {
        teller.know("actor", teller.text("buyer"));
        String unbound = tellUnbound();
        teller.done();
        messages.announce(unbound, teller.text("holder"), "redeem-code.unbound", Channel.EMAIL);
    }

    private String tellUnbound() {
        String unbound = teller.tell(RedeemCodeEvent.Unbound.class, Map.of("formerHolder", teller.text("holder")));
        teller.tell(CandidacyEvent.RegistrationWithdrawn.class);
        return unbound;
    }

    void regenerate(String code) {
        String[] replaced = strings.getOrDefault(code, NONE);
        String[] fresh = {RandomText.digest(), RandomText.sealed()};
        strings.put(code, fresh);
        teller.know("actor", teller.text("buyer"));
        teller.tell(
                RedeemCodeEvent.Regenerated.class,
                Map.of(
                        "redeemCodeId",
                        code,
                        "digest",
                        fresh[0],
                        "sealed",
                        fresh[1],
                        "replacedDigest",
                        replaced[0],
                        "replacedSealed",
                        replaced[1]));
        teller.done();
    }

    /** New strings for many unused codes of the order; others are refused. */
    void regenerateAll(List<String> codes, int refused) {
        teller.know("actor", teller.text("buyer")).know("bulkChangeId", Teller.newId());
        Map<String, Object> asked = new HashMap<>(Map.of("action", BulkAction.REGENERATE));
        List.of("digest", "subject", "status", "holder").forEach(filter -> asked.put(filter, null));
        teller.tell(BulkChangeEvent.Requested.class, asked);
        teller.done();
        for (int from = 0; from < codes.size(); from += BULK_CHUNK) {
            select(1 + from / BULK_CHUNK, chunk(codes, from));
        }
        teller.tell(BulkChangeEvent.SelectionCompleted.class, Map.of("total", codes.size() + refused));
        teller.done();
        for (int from = 0; from < codes.size(); from += BULK_CHUNK) {
            List<String> chunk = chunk(codes, from);
            chunk.forEach(this::regenerate);
            List<RefusalCount> refusals =
                    refused == 0 || from > 0 ? List.of() : List.of(new RefusalCount("redeem-code.not-unused", refused));
            teller.tell(
                    BulkChangeEvent.ChunkDone.class,
                    Map.of("chunk", 1 + from / BULK_CHUNK, "changed", chunk.size(), "refusals", refusals));
            teller.done();
        }
        teller.tell(BulkChangeEvent.Finished.class);
        teller.done();
    }

    /** The codes of a chunk are a stream of their own. */
    private void select(int number, List<String> chunk) {
        teller.tell(
                BulkChangeEvent.ChunkSelected.class,
                Map.of("chunk", number, "codes", chunk.size(), "throughPosition", 1L));
        teller.tellIn(
                "BulkChunk",
                "%s-%05d".formatted(teller.text("bulkChangeId"), number),
                BulkChangeEvent.Selected.class,
                Map.of("chunk", number, "redeemCodeIds", chunk, "throughPosition", 1L));
        teller.done();
    }

    private static List<String> chunk(List<String> codes, int from) {
        return List.copyOf(codes.subList(from, Math.min(from + BULK_CHUNK, codes.size())));
    }
}
