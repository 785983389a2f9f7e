package io.examledger.kernel.appointment;

/** What an examinee accepts before scheduling (APT-6). */
public enum ConsentDocument {
    PRIVACY_DISCLOSURE,
    EXAM_RULES
}
