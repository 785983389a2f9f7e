package io.examledger.query.exports;

import org.springframework.http.MediaType;

/** The kinds of files. */
enum ExportFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String wireName;
    private final String mediaType;

    ExportFormat(String wireName, String mediaType) {
        this.wireName = wireName;
        this.mediaType = mediaType;
    }

    /** Also the file's extension. */
    String wireName() {
        return wireName;
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }
}
