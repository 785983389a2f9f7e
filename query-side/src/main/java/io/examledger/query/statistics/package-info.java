/** Data statistics (PLT-4): the numbers of each subject, and the attempts behind them. */
@NullMarked
package io.examledger.query.statistics;

import org.jspecify.annotations.NullMarked;
