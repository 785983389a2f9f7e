/** Changing many redeem codes at once: the job's identity and events. */
@NullMarked
package io.examledger.kernel.redeemcode.bulk;

import org.jspecify.annotations.NullMarked;
