package io.examledger.command.message.deliver;

import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.Language;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.personal.PersonalDataVault;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Where and in which language a person is reached: read from the account's events when it is needed, and kept nowhere. */
public class Contacts {
    private final EventStore log;
    private final PersonalDataVault vault;

    public Contacts(EventStore log, PersonalDataVault vault) {
        this.log = log;
        this.vault = vault;
    }

    /** @param address null if the person gave none for the channel, or has been erased (AUD-5) */
    public record Contact(Language language, @Nullable String address) {
        @Override
        public String toString() {
            return "Contact[" + language + "]";
        }
    }

    public Contact of(AccountId account, Channel channel) {
        Language language = Language.DEFAULT;
        Optional<String> sealed = Optional.empty();
        for (Object event : log.readEvents(account.value())
                .asStream()
                .<Object>map(message -> message.getPayload())
                .toList()) {
            if (event instanceof AccountEvent.Registered registered) {
                sealed = Optional.ofNullable(
                        switch (channel) {
                            case EMAIL -> registered.email();
                            case SMS -> registered.phone();
                        });
            } else if (event instanceof AccountEvent.LanguageChosen chosen) {
                language = chosen.language();
            }
        }
        return new Contact(
                language, sealed.flatMap(text -> vault.open(text, account)).orElse(null));
    }
}
