package io.examledger.benchmarks.history;

import io.examledger.benchmarks.commands.RandomText;
import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Language;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.personal.PersonalDataEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Accounts, and who looks at whose data. */
final class People {
    private static final double CHOOSES_LANGUAGE = 0.1;
    private static final int AT_ONCE = 200;
    private static final double LOOKED_AT = 0.05;

    private final Teller teller;

    People(Teller teller) {
        this.teller = teller;
    }

    String company() {
        String id = register(AccountKind.ROOT, null);
        teller.tell(AccountEvent.Verified.class, Map.of("level", Verification.CORPORATE));
        teller.done();
        return id;
    }

    /** @param parent the company whose sub-user it is; null of one who registers alone */
    String examinee(@Nullable String parent) {
        String id = register(parent == null ? AccountKind.ROOT : AccountKind.SUB, parent);
        tellVerified();
        teller.done();
        if (teller.chance(CHOOSES_LANGUAGE)) {
            teller.tell(AccountEvent.LanguageChosen.class, Map.of("language", Language.ZH));
            teller.done();
        }
        if (teller.chance(LOOKED_AT)) {
            lookAt(id);
        }
        return id;
    }

    /** Sub-users that a company registers at once. */
    List<String> crowd(String parent, int count) {
        List<String> crowd = new ArrayList<>();
        while (crowd.size() < count) {
            crowd.add(tellOf(AccountKind.SUB, parent));
            tellVerified();
            if (crowd.size() % AT_ONCE == 0) {
                teller.done();
            }
        }
        teller.done();
        return crowd;
    }

    private void tellVerified() {
        teller.tell(AccountEvent.Verified.class, Map.of("level", Verification.INDIVIDUAL));
        teller.tell(AccountEvent.Identified.class, Map.of("document", IdentityDocumentType.PASSPORT));
    }

    private String register(AccountKind kind, @Nullable String parent) {
        String id = tellOf(kind, parent);
        teller.done();
        return id;
    }

    private String tellOf(AccountKind kind, @Nullable String parent) {
        String id = Teller.newId();
        teller.know("actor", id).know("accountId", id);
        Map<String, @Nullable Object> own = new HashMap<>();
        own.put("kind", kind);
        own.put("parent", parent);
        own.put("name", RandomText.sealed());
        own.put("email", RandomText.sealed());
        teller.tell(AccountEvent.Registered.class, own);
        return id;
    }

    private void lookAt(String account) {
        teller.know("actor", "auditor-7").know("readId", Teller.newId());
        teller.tell(
                PersonalDataEvent.Read.class,
                Map.of("reader", "auditor-7", "accounts", List.of(account), "resource", "GET /api/redeem-codes"));
        teller.done();
    }
}
