package org.careroom.demonstration;

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
    private final Hospital hospital;
    private final TransactionTemplate transaction;

    Demonstration(Accounts accounts, Hospital hospital, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.hospital = hospital;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            if (accounts.none()) {
                LOG.info("Filling the empty database with the demonstration hospital");
                hospital.open();
            }
        });
    }
}
