package io.examledger.query.messages;

/** How far a message has come on one channel. */
public enum DeliveryStatus {
    /** It will be tried, for the first time or again. */
    WAITING,
    UNDER_WAY,
    /** The mail server or the SMS provider has taken it over. */
    SENT,
    /** There is nobody to hand it to in this installation; it was not sent. */
    LOGGED,
    /** It may have been sent or not, and is not sent again. */
    IN_DOUBT,
    GIVEN_UP
}
