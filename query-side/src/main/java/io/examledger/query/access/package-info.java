/** Who was shown whose personal data: kept in the log before it is shown (ACC-4, AUD-1). */
@NullMarked
package io.examledger.query.access;

import org.jspecify.annotations.NullMarked;
