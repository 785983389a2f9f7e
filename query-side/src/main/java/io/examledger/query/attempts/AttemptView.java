package io.examledger.query.attempts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.query.accounts.PersonView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt in the statistics (PLT-4). What is not there is left out.
 *
 * @param accountId who paid for the place
 * @param examType left out until the catalogue has the subject
 * @param result left out until it is released (RES-1)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptView(
        String appointmentId,
        String accountId,
        PersonView examinee,
        String subject,
        @Nullable String title,
        @Nullable String category,
        @Nullable ExamType examType,
        DeliveryMode deliveryMode,
        Instant start,
        AttemptStatus status,
        @Nullable ResultView result,
        @Nullable String redeemCodeId,
        String orderId,
        String registrationId) {}
