package io.examledger.query.audit.summary;

import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.message.MessageEvent;
import io.examledger.kernel.personal.PersonalDataEvent;

/** Accounts, who was shown the data of the people behind them, and messages to them. */
final class AccountWords {
    private AccountWords() {}

    static String of(AccountEvent event) {
        return switch (event) {
            case AccountEvent.Registered e ->
                e.parent() == null
                        ? "A %s account was registered.".formatted(e.kind())
                        : "A %s account was registered under %s.".formatted(e.kind(), e.parent());
            case AccountEvent.Verified e -> "The account was verified: %s.".formatted(e.level());
            case AccountEvent.Identified e -> "The person was identified by a document: %s.".formatted(e.document());
            case AccountEvent.LanguageChosen e ->
                "The account is written to in language %s."
                        .formatted(e.language().wireName());
        };
    }

    static String of(PersonalDataEvent event) {
        return switch (event) {
            case PersonalDataEvent.Read e ->
                "The names of %s were shown to %s, by %s%s."
                        .formatted(
                                Words.count(e.accounts().size(), "account"),
                                e.reader(),
                                e.resource(),
                                e.purpose() == null ? "" : ", for " + e.purpose());
        };
    }

    static String of(MessageEvent event) {
        return switch (event) {
            case MessageEvent.Requested e ->
                "Account %s is to be told by %s: %s.".formatted(e.recipient(), e.channel(), e.announcement());
            case MessageEvent.AttemptStarted e ->
                "Attempt %d to hand the message over by %s began.".formatted(e.attempt(), e.carrier());
            case MessageEvent.AttemptFailed e ->
                "Attempt %d failed (%s); the next is at %s.".formatted(e.attempt(), e.reason(), e.retryAt());
            case MessageEvent.Sent e -> "The message was handed over, in attempt %d.".formatted(e.attempt());
            case MessageEvent.Logged e -> "The message was not sent: there is nobody here to hand it to.";
            case MessageEvent.LeftInDoubt e ->
                "Whether the message was handed over is not known (%s); it is not sent again.".formatted(e.reason());
            case MessageEvent.GivenUp e ->
                "The message was given up after %s: %s.".formatted(Words.count(e.attempts(), "attempt"), e.reason());
        };
    }
}
