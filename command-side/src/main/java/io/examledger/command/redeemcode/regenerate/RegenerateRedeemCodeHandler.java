package io.examledger.command.redeemcode.regenerate;

import io.examledger.command.Claims;
import io.examledger.command.redeemcode.RedeemCode;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Regenerates codes. The claim on the old string stays, so that it is known as invalidated and still found. */
public class RegenerateRedeemCodeHandler {
    private final Repository<RedeemCode> redeemCodes;
    private final Claims claims;

    public RegenerateRedeemCodeHandler(Repository<RedeemCode> redeemCodes, Claims claims) {
        this.redeemCodes = redeemCodes;
        this.claims = claims;
    }

    @CommandHandler
    public Regenerated handle(RegenerateRedeemCode command) {
        String id = command.redeemCodeId().value();
        redeemCodes.load(id).execute(code -> code.regenerate(command.enterprise(), command.fresh(), command.at()));
        claims.claim(Claims.REDEEM_CODE, command.fresh().digest(), id);
        return new Regenerated(command.clear().grouped());
    }

    /**
     * The answer.
     *
     * @param redeemCode the new string, in clear: for the owner's eyes
     */
    public record Regenerated(String redeemCode) {
        @Override
        public String toString() {
            return "Regenerated[secret]";
        }
    }
}
