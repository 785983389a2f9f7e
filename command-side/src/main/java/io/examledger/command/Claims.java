package io.examledger.command;

import java.util.Optional;

/** Names that only one aggregate may hold. A claim commits with the events of the running command. */
public interface Claims {
    /** Digest of a code string, held by the redeem code; stays after a regeneration, so that the old string is known. */
    String REDEEM_CODE = "redeem-code";
    /** Digest of a voucher's code string, held by the voucher. */
    String VOUCHER = "voucher";
    /** Digest of an identity document, held by the account that was verified with it. */
    String PERSON = "person";
    /** Digest of an email address, held by the account. */
    String EMAIL = "email";

    /** To be called in a command handler. If the name is taken at the commit, the command is tried again. */
    void claim(String kind, String name, String holder);

    /** Id of the aggregate that holds the name. */
    Optional<String> holderOf(String kind, String name);
}
