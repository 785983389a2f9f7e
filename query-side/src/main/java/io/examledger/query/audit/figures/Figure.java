package io.examledger.query.audit.figures;

import io.examledger.query.Moment;
import org.jspecify.annotations.Nullable;

/** A number or sum on a dashboard that can be taken apart into the units that it counts. */
interface Figure {
    FigureDescription description();

    /**
     * What the dashboard says at the moment.
     *
     * @return null for a sum of money over no orders, which has no currency
     * @throws io.examledger.query.NotFound if it is narrowed to an order that there is not
     */
    @Nullable
    FigureValue value(Narrowing narrowing, Moment moment);

    /**
     * Some of the units that count at the moment, newest first.
     *
     * @param after where the page before ended
     */
    Slice units(Narrowing narrowing, Moment moment, Place after, int limit);
}
