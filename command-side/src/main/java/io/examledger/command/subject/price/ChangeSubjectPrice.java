package io.examledger.command.subject.price;

import io.examledger.command.subject.ListPrice;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes the price for later orders (CAT-3). */
public record ChangeSubjectPrice(@TargetAggregateIdentifier SubjectCode code, Money price, Instant at) {
    public ChangeSubjectPrice {
        ListPrice.checked(price);
    }
}
