package io.examledger.query;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.voucher.VoucherId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Vaults whose ciphertext a test can read. */
public final class FakeVaults implements CodeStringVault, PersonalDataVault {
    private final Set<AccountId> erased = new HashSet<>();

    public void erase(String account) {
        erased.add(new AccountId(account));
    }

    @Override
    public CodeString generate() {
        throw new UnsupportedOperationException("queries generate no code strings");
    }

    @Override
    public String digest(CodeString code) {
        return "digest-" + code.normalised().hashCode();
    }

    @Override
    public String seal(CodeString code, RedeemCodeId id) {
        return "sealed:" + id + ":" + new StringBuilder(code.normalised()).reverse();
    }

    @Override
    public String seal(CodeString code, VoucherId id) {
        throw new UnsupportedOperationException("queries issue no vouchers");
    }

    @Override
    public CodeString open(String sealed, RedeemCodeId id) {
        String prefix = "sealed:" + id + ":";
        if (!sealed.startsWith(prefix)) {
            throw new IllegalStateException("not sealed for this code");
        }
        return CodeString.parse(
                new StringBuilder(sealed.substring(prefix.length())).reverse().toString());
    }

    @Override
    public String seal(String clear, AccountId person) {
        return "sealed:" + person + ":" + clear;
    }

    @Override
    public String digest(String clear) {
        throw new UnsupportedOperationException("queries make no digests of personal data");
    }

    @Override
    public Optional<String> open(String sealed, AccountId person) {
        if (erased.contains(person)) {
            return Optional.empty();
        }
        String[] name = sealed.substring(("sealed:" + person + ":").length()).split(" ", 2);
        return Optional.of("{\"first\":\"" + name[0] + "\",\"last\":\"" + name[1] + "\"}");
    }
}
