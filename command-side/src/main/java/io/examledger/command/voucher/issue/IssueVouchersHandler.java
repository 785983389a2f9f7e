package io.examledger.command.voucher.issue;

import io.examledger.command.Claims;
import io.examledger.command.Refusals;
import io.examledger.command.subject.Subject;
import io.examledger.command.voucher.Voucher;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Issues vouchers, all of them or none. */
public class IssueVouchersHandler {
    private final Repository<Voucher> vouchers;
    private final Repository<Subject> subjects;
    private final Claims claims;

    public IssueVouchersHandler(Repository<Voucher> vouchers, Repository<Subject> subjects, Claims claims) {
        this.vouchers = vouchers;
        this.subjects = subjects;
        this.claims = claims;
    }

    @CommandHandler
    public VouchersIssued handle(IssueVouchers command) throws Exception {
        command.subjects().forEach(subject -> requireKnown(subject.value()));
        for (NewVoucher fresh : command.vouchers()) {
            claims.claim(Claims.VOUCHER, fresh.digest(), fresh.voucherId().value());
            vouchers.newInstance(() -> Voucher.issue(fresh, command));
        }
        return new VouchersIssued(command.vouchers().stream()
                .map(fresh -> new IssuedVoucher(
                        fresh.voucherId().value(), fresh.clear().grouped()))
                .toList());
    }

    private void requireKnown(String subject) {
        try {
            subjects.load(subject);
        } catch (AggregateNotFoundException e) {
            throw Refusals.conflict("subject.unknown", "There is no subject " + subject + " in the catalogue.");
        }
    }

    /** The answer. */
    public record VouchersIssued(List<IssuedVoucher> vouchers) {
        public VouchersIssued {
            vouchers = List.copyOf(vouchers);
        }
    }

    /** @param code in clear, shown this once */
    public record IssuedVoucher(String voucher, String code) {
        @Override
        public String toString() {
            return "IssuedVoucher[" + voucher + ", secret]";
        }
    }
}
