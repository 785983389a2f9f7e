package io.examledger.command.subject.retire;

import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a subject off the catalogue for later orders (CAT-3). */
public record RetireSubject(@TargetAggregateIdentifier SubjectCode code, Instant at) {}
