package io.examledger.query.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook. Text is stored as text, so no cell is ever a formula. Beyond what a sheet can hold it goes on with the next. */
final class XlsxSheet implements Sheet {
    private static final int ROWS_PER_SHEET = 1_000_000;
    private static final int ROWS_IN_MEMORY = 1_000;
    private final OutputStream out;
    private final Workbook workbook;
    private final List<String> headings;
    private Worksheet sheet;
    private int sheets;
    private int rows;

    XlsxSheet(OutputStream out, List<String> headings) {
        this.out = out;
        this.workbook = new Workbook(out, "ExamLedger", "1.0");
        this.headings = headings;
        this.sheet = nextSheet();
    }

    private Worksheet nextSheet() {
        sheets++;
        Worksheet next = workbook.newWorksheet("Export " + sheets);
        for (int column = 0; column < headings.size(); column++) {
            next.inlineString(0, column, headings.get(column));
        }
        rows = 1;
        return next;
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (rows == ROWS_PER_SHEET) {
            sheet.finish();
            sheet = nextSheet();
        }
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(rows, column, number);
            } else if (cell != null) {
                sheet.inlineString(rows, column, cell.toString());
            }
        }
        rows++;
        if (rows % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            sheet.finish();
            workbook.close();
        }
    }
}
