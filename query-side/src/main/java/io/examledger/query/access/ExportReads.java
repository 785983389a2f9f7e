package io.examledger.query.access;

import io.examledger.query.access.PendingReads.Reading;
import java.util.Set;

/**
 * Reads of personal data by an export for staff: kept while the file is written, a good page at a time, and at the latest before
 * anybody can fetch it.
 */
public final class ExportReads implements PersonalDataReads {
    private final PendingReads pending;
    private final Reading reading;
    private final boolean staff;

    /**
     * @param subject of the caller who ordered the export
     * @param staff whether that is one of the staff; what others are shown of their own people is not kept
     */
    public ExportReads(PendingReads pending, String subject, boolean staff, String resource, String exportId) {
        this.pending = pending;
        this.staff = staff;
        this.reading = new Reading(subject, "export of " + resource, null, exportId, "export:" + exportId);
    }

    @Override
    public void opened(Set<String> accounts) {
        if (staff) {
            pending.add(accounts);
            if (pending.isFull()) {
                keep();
            }
        }
    }

    /** Keeps the rest. */
    public void keep() {
        pending.keep(reading);
    }
}
