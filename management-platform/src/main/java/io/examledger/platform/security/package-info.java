/** Who calls, and what they may: bearer tokens in, {@code Caller}s out. The embedded default brings its own issuer. */
@NullMarked
package io.examledger.platform.security;

import org.jspecify.annotations.NullMarked;
