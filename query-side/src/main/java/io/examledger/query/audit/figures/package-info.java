/** From a figure on a dashboard to what it counts, and to the events that make each of those count (PLT-5). */
@NullMarked
package io.examledger.query.audit.figures;

import org.jspecify.annotations.NullMarked;
