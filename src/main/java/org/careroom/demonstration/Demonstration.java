package org.careroom.demonstration;

import java.time.Duration;
import java.time.ZoneId;
import org.careroom.people.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database of Careroom's own with the demonstration hospital, before the web server begins to listen: in
 * one transaction, so that a start that is broken off leaves nothing half.
 */
@Component
@ConditionalOnDemonstration
class Demonstration implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final Accounts accounts;
    private final Script script;
    private final Hospital hospital;
    private final RoomHistory history;
    private final HistoryClock clock;
    private final TransactionTemplate transaction;

    Demonstration(
            Accounts accounts,
            Script script,
            Hospital hospital,
            RoomHistory history,
            HistoryClock clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.script = script;
        this.hospital = hospital;
        this.history = history;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            if (accounts.none()) {
                fill();
            }
        });
    }

    /** The hospital stands where this machine does, so that the times of its rooms look right to whoever visits. */
    private void fill() {
        Past past = new Past(clock.instant(), ZoneId.systemDefault());
        try {
            Ensemble ensemble = hospital.open(script.cast(), past);
            script.scenes().forEach(scene -> history.live(scene, ensemble, past));
        } finally {
            clock.release();
        }
        LOG.info(
                "Filled the empty database with the demonstration hospital in {}",
                Duration.between(past.now(), clock.instant()));
    }
}
