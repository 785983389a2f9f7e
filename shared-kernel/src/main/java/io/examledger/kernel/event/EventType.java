package io.examledger.kernel.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision under which an event is stored. Both outlive the class: a record may be renamed or moved, its
 * wire name never changes, and a change of its fields is a new revision with an upcaster.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
    /** Aggregate and fact in kebab case, for example {@code redeem-code.bound}. */
    String value();

    /** Counted from 1. */
    int revision() default 1;

    /** Numbers of the rules that the event belongs to, as the rule book has them; for the event catalogue. */
    String[] rules() default {};
}
