package io.examledger.query.replay;

/** Auditors look at everything and change nothing (ACC-4). */
public final class SwapForbidden extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SwapForbidden() {
        super(
                "Only operators may put rebuilt tables in the place of the served ones; ask again without swap to compare.");
    }
}
