package io.examledger.query.overview;

/** From which side a number is counted: by who paid for the place, or by who sits. */
public enum SeenBy {
    OWNER,
    EXAMINEE
}
