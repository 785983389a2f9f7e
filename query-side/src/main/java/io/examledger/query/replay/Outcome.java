package io.examledger.query.replay;

import java.util.List;

/** What a replay found, as it is kept. */
record Outcome(boolean swapped, List<TableView> tables, List<Difference> differences) {
    Outcome afterSwap() {
        return new Outcome(true, tables, differences);
    }
}
