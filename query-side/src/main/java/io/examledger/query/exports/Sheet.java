package io.examledger.query.exports;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is written row by row and never held in memory. */
interface Sheet extends Closeable {
    /** @param cells numbers stay numbers, null is empty, everything else is text */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    static Sheet in(ExportFormat format, OutputStream out, List<String> headings) {
        return switch (format) {
            case CSV -> new CsvSheet(out, headings);
            case XLSX -> new XlsxSheet(out, headings);
        };
    }
}
