/** Taking back or regenerating many codes at once, as a job that its owner can follow. */
@NullMarked
package io.examledger.command.redeemcode.bulk;

import org.jspecify.annotations.NullMarked;
