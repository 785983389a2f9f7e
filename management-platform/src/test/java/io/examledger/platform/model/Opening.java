package io.examledger.platform.model;

import io.examledger.command.Commands.Done;
import io.examledger.command.account.register.RegisterAccount;
import io.examledger.command.account.register.RegisterAccountHandler.AccountRegistered;
import io.examledger.command.account.verify.VerifyAccount;
import io.examledger.command.site.open.OpenSite;
import io.examledger.command.site.open.OpenSiteHandler.SiteOpened;
import io.examledger.command.subject.introduce.IntroduceSubject;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How every history begins: a catalogue, a site, two companies, and people some of whom may register. */
final class Opening {
    private final Names names;
    private final Instant at;

    Opening(Names names, Instant at) {
        this.names = names;
        this.at = at;
    }

    List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        acts.add(subject(names.subjects.getFirst(), 150_00, List.of(DeliveryMode.values())));
        // So dear that a refund of several places is held (REF-4).
        acts.add(subject(names.subjects.get(1), 99_999_999, List.of(DeliveryMode.ONLINE_PROCTORED)));
        acts.add(new Act(
                "operator", new OpenSite(names.site, "Site", "1 Street", ZoneOffset.UTC, at), SiteOpened.class));
        Stream.of("acme", "bolt").forEach(name -> acts.addAll(account(name, Verification.CORPORATE)));
        Stream.of("ada", "bob", "cyd").forEach(name -> acts.addAll(account(name, Verification.INDIVIDUAL)));
        acts.add(register(names.run + "-dan", AccountKind.ROOT, null, at));
        return acts;
    }

    private Act subject(SubjectCode code, long price, List<DeliveryMode> modes) {
        return introduce(code, new Money(price, "USD"), modes, at);
    }

    static Act introduce(SubjectCode code, Money price, List<DeliveryMode> modes, Instant at) {
        IntroduceSubject introduce = new IntroduceSubject(
                code, "Subject", Category.SPECIALTY, null, null, price, 90, modes, ExamType.THEORY, at);
        return new Act("operator", introduce, Done.class);
    }

    private List<Act> account(String name, Verification level) {
        String id = names.run + "-" + name;
        return List.of(
                register(id, AccountKind.ROOT, null, at),
                new Act("operator", new VerifyAccount(new AccountId(id), level, at), Done.class));
    }

    static Act register(String id, AccountKind kind, @Nullable AccountId parent, Instant at) {
        String name = "{\"first\":\"Examinee\",\"last\":\"" + id + "\"}";
        String email = id + "@example.org";
        RegisterAccount register =
                new RegisterAccount(new AccountId(id), kind, parent, name, email, email, null, null, at);
        return new Act("operator", register, AccountRegistered.class);
    }
}
