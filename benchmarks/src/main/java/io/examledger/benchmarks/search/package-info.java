/** How fast a long history is searched (ADR 0018). */
@NullMarked
package io.examledger.benchmarks.search;

import org.jspecify.annotations.NullMarked;
