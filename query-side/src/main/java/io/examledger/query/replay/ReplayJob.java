package io.examledger.query.replay;

import java.util.List;

/** A replay that is to be done. */
record ReplayJob(String replayId, List<String> projections, boolean swap) {}
