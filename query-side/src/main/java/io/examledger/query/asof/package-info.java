/** Questions as of a past moment (AUD-2): how a request says which, and what its answer says of it. */
@NullMarked
package io.examledger.query.asof;

import org.jspecify.annotations.NullMarked;
