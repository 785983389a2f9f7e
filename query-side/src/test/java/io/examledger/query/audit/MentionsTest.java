package io.examledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.event.EventCatalogue;
import io.examledger.kernel.message.MessageEvent;
import io.examledger.kernel.message.MessageParameter;
import io.examledger.query.Happened;
import io.examledger.query.audit.Mention.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MentionsTest {
    /** Texts of events that are nobody's id, or the id of something that has no timeline. */
    private static final Set<String> NOTHINGS_ID = Set.of(
            "address",
            "announcement",
            "authorizationDigest",
            "authorizationSealed",
            "balanceId",
            "bulkChangeId",
            "carrier",
            "cause",
            "digest",
            "documents",
            "email",
            "heldFor",
            "kind",
            "messageId",
            "name",
            "note",
            "paymentId",
            "phone",
            "purpose",
            "readId",
            "reader",
            "reason",
            "reference",
            "refundId",
            "replacedDigest",
            "replacedSealed",
            "resource",
            "sealed",
            "sessionId",
            "siteId",
            "subject",
            "subjects",
            "terms",
            "title",
            "track",
            "voucherId",
            "zone");

    @Test
    @DisplayName("AUD-1 every field of every event is known as the id of something or of nothing")
    void every_text_of_every_event_is_known() {
        Set<String> texts = EventCatalogue.events().stream()
                .flatMap(event -> Arrays.stream(event.getRecordComponents()))
                .filter(field -> field.getGenericType().getTypeName().contains("java.lang.String"))
                .map(field -> field.getName())
                .filter(name -> !Mentions.FIELDS.containsKey(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(texts)
                .as("put a new one into Mentions.FIELDS if it is the id of something that has a timeline, else here")
                .isEqualTo(new TreeSet<>(NOTHINGS_ID));
    }

    @Test
    void an_event_concerns_each_thing_that_it_names_once() {
        assertThat(Mentions.of(Happened.bound(Happened.issued("o1", 1, "acme", "AAA"), "ada")))
                .containsExactlyInAnyOrder(
                        new Mention(Kind.REDEEM_CODE, Happened.code("o1", 1)),
                        new Mention(Kind.ORDER, "o1"),
                        new Mention(Kind.ACCOUNT, "acme"),
                        new Mention(Kind.ACCOUNT, "ada"),
                        new Mention(Kind.REGISTRATION, "r-ada"));
    }

    @Test
    void a_message_concerns_what_its_text_is_about() {
        assertThat(Mentions.of(new MessageEvent.Requested(
                        "m1",
                        "acme",
                        Channel.EMAIL,
                        "order.purchased",
                        List.of(new MessageParameter("orderId", "o1"), new MessageParameter("quantity", "2")),
                        "cause",
                        Happened.T0)))
                .containsExactlyInAnyOrder(new Mention(Kind.ACCOUNT, "acme"), new Mention(Kind.ORDER, "o1"));
    }

    @Test
    void a_policys_version_is_found_where_one_decided() {
        assertThat(Mentions.policyVersion(Happened.purchased("o1", "acme", "AAA", 1)))
                .isEqualTo(1);
        assertThat(Mentions.policyVersion(Happened.introduced("AAA"))).isNull();
    }
}
