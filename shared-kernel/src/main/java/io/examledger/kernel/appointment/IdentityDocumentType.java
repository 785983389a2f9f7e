package io.examledger.kernel.appointment;

/** What an examinee can show to prove who they are (APT-3). The first four are issued by a government. */
public enum IdentityDocumentType {
    PASSPORT,
    NATIONAL_ID,
    DRIVING_LICENCE,
    RESIDENCE_PERMIT,
    EMPLOYEE_ID,
    STUDENT_ID,
    HEALTH_CARD,
    BANK_CARD;

    /** With name, photo and signature, from a government: a primary ID. The others, with name and signature, are secondary. */
    public boolean isGovernmentPhotoId() {
        return compareTo(RESIDENCE_PERMIT) <= 0;
    }
}
