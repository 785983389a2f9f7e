package io.examledger.platform.endtoend;

import io.examledger.platform.testing.Http;
import tools.jackson.databind.JsonNode;

/** Refunds over HTTP, as a company sees them. */
final class Refunds {
    private Refunds() {}

    /** Waits until the order's refund stands there. */
    static JsonNode await(Http company, String order, String status) {
        return Await.until(() -> bill(company, order), bill -> status(bill).equals(status));
    }

    /** The bill is there a moment after the order. */
    static JsonNode bill(Http company, String order) {
        return Exchange.of(
                        200,
                        Await.until(() -> company.get("/api/orders/" + order), answer -> answer.statusCode() != 404))
                .json();
    }

    /** Empty without a refund. */
    static String status(JsonNode bill) {
        JsonNode refund = bill.required("refund");
        return refund.isNull() ? "" : refund.required("status").stringValue();
    }

    static long amount(JsonNode bill) {
        return bill.required("refund").required("amount").required("amount").longValue();
    }

    static int codes(JsonNode bill, String status) {
        return bill.required("redeemCodes").required(status).intValue();
    }
}
