/** The history: which events there are, found by filter or by what they concern, each told in plain words (AUD-1). */
@NullMarked
package io.examledger.query.audit;

import org.jspecify.annotations.NullMarked;
