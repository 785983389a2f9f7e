package io.examledger.query.messages;

import io.examledger.kernel.access.Caller;
import io.examledger.query.Given;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/messages}: the caller's message centre; everyone's, with how far messages have come, for staff. */
@RestController
public class MessagesController {
    private final FindMessages messages;

    public MessagesController(FindMessages messages) {
        this.messages = messages;
    }

    @GetMapping("/api/messages")
    @RolesAllowed({"ENTERPRISE", "EXAMINEE", "OPERATOR", "AUDITOR"})
    public Page<MessageView> messages(
            Caller caller,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String delivery,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return messages.page(
                Given.account(caller, account),
                Given.oneOf("delivery", delivery, DeliveryStatus.class),
                PageRequest.of(limit, cursor));
    }
}
