package io.examledger.command.voucher;

import io.examledger.command.Claims;
import io.examledger.command.Refusal;
import io.examledger.command.Refusals;
import io.examledger.command.Refused;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** The vouchers as orders see them: found by what was typed. */
public class Vouchers {
    private final Repository<Voucher> repository;
    private final Claims claims;

    public Vouchers(Repository<Voucher> repository, Claims claims) {
        this.repository = repository;
        this.claims = claims;
    }

    /**
     * @param digest keyed digest of the code string
     * @throws Refused if nobody issued it
     */
    public Aggregate<Voucher> typed(String digest) {
        return repository.load(claims.holderOf(Claims.VOUCHER, digest).orElseThrow(Vouchers::unknown));
    }

    private static Refused unknown() {
        return Refusals.conflict(
                "voucher.unknown", "There is no such voucher. Compare the code with the one that was given to you.");
    }

    /** Whether the voucher that was typed is what was wrong; such tries are limited, as those with redeem codes are. */
    public static boolean isAbout(Refusal refusal) {
        return refusal.code().startsWith("voucher.");
    }
}
