package io.examledger.command.testing;

import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.AuthorizationCodeVault;
import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.voucher.VoucherId;
import java.util.Optional;

/** Keeps nothing secret, so that tests can see what was kept. The strings it generates are counted, not random. */
public final class PlainVault implements CodeStringVault, PersonalDataVault, AuthorizationCodeVault {
    private int generated;

    public PlainVault() {
        this(0);
    }

    /** @param generated number after which the generated strings are counted, so that they are nobody's yet */
    public PlainVault(int generated) {
        this.generated = generated;
    }

    /** A code string that is the same for the same number. */
    public static CodeString codeString(int number) {
        byte[] values = new byte[CodeString.RANDOM_CHARACTERS];
        for (int i = 0, rest = number; rest > 0; i++, rest >>= 5) {
            values[i] = (byte) (rest & 31);
        }
        return CodeString.ofRandom(values);
    }

    /** What commands and events hold of that code string. */
    public static NewCodeString fresh(int number, RedeemCodeId id) {
        return NewCodeString.of(codeString(number), id, new PlainVault());
    }

    @Override
    public CodeString generate() {
        return codeString(++generated);
    }

    @Override
    public String digest(CodeString code) {
        return digest(code.normalised());
    }

    @Override
    public String seal(CodeString code, RedeemCodeId id) {
        return "sealed(" + code.normalised() + ") for " + id;
    }

    @Override
    public String seal(CodeString code, VoucherId id) {
        return "sealed(" + code.normalised() + ") for voucher " + id;
    }

    @Override
    public CodeString open(String sealed, RedeemCodeId id) {
        return CodeString.parse(sealed.substring("sealed(".length(), sealed.indexOf(')')));
    }

    @Override
    public String seal(String clear, AccountId person) {
        return "sealed(" + clear + ") for " + person;
    }

    @Override
    public String digest(String clear) {
        return "digest(" + clear + ")";
    }

    @Override
    public Optional<String> open(String sealed, AccountId person) {
        return Optional.of(sealed.substring("sealed(".length(), sealed.lastIndexOf(')')));
    }

    @Override
    public String digest(CodeString code, AppointmentId appointment) {
        return "digest(" + code.normalised() + ") for " + appointment;
    }

    @Override
    public String seal(CodeString code, AppointmentId appointment) {
        return "sealed(" + code.normalised() + ") for " + appointment;
    }

    @Override
    public CodeString open(String sealed, AppointmentId appointment) {
        return CodeString.parse(sealed.substring("sealed(".length(), sealed.indexOf(')')));
    }
}
