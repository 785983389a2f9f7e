package io.examledger.command.account.verify;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.Verification;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Records how far an account's identity has been verified. */
public record VerifyAccount(@TargetAggregateIdentifier AccountId accountId, Verification level, Instant at) {}
