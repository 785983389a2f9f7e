package io.examledger.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventDocumentTest {
    @Test
    void the_event_catalogue_is_up_to_date() {
        ProjectFiles.renew(ProjectFiles.EVENT_CATALOGUE, EventDocument.write());

        assertThat(ProjectFiles.read(ProjectFiles.EVENT_CATALOGUE))
                .as("docs/events.md is stale: renew it with %s", ProjectFiles.HOW_TO_APPROVE)
                .isEqualTo(EventDocument.write());
    }
}
