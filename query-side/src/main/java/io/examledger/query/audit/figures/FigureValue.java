package io.examledger.query.audit.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import io.examledger.kernel.money.Money;

/** What a figure says: how many there are, or how much it is. */
public sealed interface FigureValue {
    record Count(long number) implements FigureValue {
        @JsonValue
        @Override
        public long number() {
            return number;
        }
    }

    record Sum(Money amount) implements FigureValue {
        @JsonValue
        @Override
        public Money amount() {
            return amount;
        }
    }
}
