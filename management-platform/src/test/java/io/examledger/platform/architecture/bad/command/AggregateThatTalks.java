package io.examledger.platform.architecture.bad.command;

import org.axonframework.modelling.command.AggregateIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class AggregateThatTalks {
    private static final Logger LOG = LoggerFactory.getLogger(AggregateThatTalks.class);

    @AggregateIdentifier
    private String id = "";

    void on(String event) {
        id = event;
        LOG.info("now {}", id);
    }
}
