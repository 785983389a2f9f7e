/** What runs beside requests, for longer than a request may. */
@NullMarked
package io.examledger.query.jobs;

import org.jspecify.annotations.NullMarked;
