package io.examledger.platform.model;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.voucher.VoucherId;
import java.util.Optional;

/** Vaults that lock nothing, and code strings that follow from the seed: a history is about rules, and can be replayed. */
final class OpenVaults implements CodeStringVault {
    private final String run;
    private final Draw draw;

    /** @param run in every digest, as two runs of one history would otherwise issue the same codes */
    OpenVaults(String run, Draw draw) {
        this.run = run;
        this.draw = draw;
    }

    static PersonalDataVault personal() {
        return new PersonalDataVault() {
            @Override
            public String seal(String clear, AccountId person) {
                return clear;
            }

            @Override
            public String digest(String clear) {
                return clear;
            }

            @Override
            public Optional<String> open(String sealed, AccountId person) {
                return Optional.of(sealed);
            }
        };
    }

    @Override
    public CodeString generate() {
        return CodeString.ofRandom(draw.bytes(CodeString.RANDOM_CHARACTERS));
    }

    @Override
    public String digest(CodeString code) {
        return run + "-" + code.normalised();
    }

    @Override
    public String seal(CodeString code, RedeemCodeId id) {
        return code.normalised();
    }

    @Override
    public String seal(CodeString code, VoucherId id) {
        return code.normalised();
    }

    @Override
    public CodeString open(String sealed, RedeemCodeId id) {
        return CodeString.parse(sealed);
    }
}
