package io.examledger.platform.throttle;

import com.github.benmanes.caffeine.cache.Ticker;
import io.examledger.command.Throttled;
import io.examledger.command.redeemcode.bind.GuessLimit;
import io.examledger.kernel.account.AccountId;
import io.examledger.platform.settings.ExamLedgerSettings.Guesses;
import java.time.Duration;

/** COD-11 on this node, by account and by client network. */
final class BucketGuessLimit implements GuessLimit {
    private final FailureBuckets<AccountId> accounts;
    private final FailureBuckets<ClientNetwork> networks;

    BucketGuessLimit(Guesses guesses, Ticker ticker) {
        this.accounts = new FailureBuckets<>(
                guesses.perAccount().burst(), guesses.perAccount().perMinute(), guesses.sameStringWithin(), ticker);
        this.networks = new FailureBuckets<>(
                guesses.perAddress().burst(), guesses.perAddress().perMinute(), guesses.sameStringWithin(), ticker);
    }

    @Override
    public void checkAllowed(AccountId account, String address) {
        Duration byAccount = accounts.wait(account);
        Duration byAddress = networks.wait(ClientNetwork.of(address));
        Duration wait = byAccount.compareTo(byAddress) > 0 ? byAccount : byAddress;
        if (wait.isPositive()) {
            throw new Throttled(wait);
        }
    }

    @Override
    public void failed(AccountId account, String address, String digest) {
        accounts.charge(account, digest);
        networks.charge(ClientNetwork.of(address), digest);
    }
}
