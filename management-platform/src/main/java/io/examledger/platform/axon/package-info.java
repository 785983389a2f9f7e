/** Axon, wired by hand (ADR 0003): the log, the command bus with its receipts, repositories, and the policies' processor. */
@NullMarked
package io.examledger.platform.axon;

import org.jspecify.annotations.NullMarked;
