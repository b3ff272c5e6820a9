package org.careroom.demonstration;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.careroom.workflows.WorkflowId;
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

    private final Script script;
    private final Hospital hospital;
    private final RoomHistory history;
    private final CaseHistory cases;
    private final ClinicHistory clinic;
    private final LoadSet loadSet;
    private final DemonstrationSettings settings;
    private final HistoryClock clock;
    private final TransactionTemplate transaction;

    Demonstration(
            Script script,
            Hospital hospital,
            RoomHistory history,
            CaseHistory cases,
            ClinicHistory clinic,
            LoadSet loadSet,
            DemonstrationSettings settings,
            HistoryClock clock,
            TransactionTemplate transaction) {
        this.script = script;
        this.hospital = hospital;
        this.history = history;
        this.cases = cases;
        this.clinic = clinic;
        this.loadSet = loadSet;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            Cast cast = script.cast();
            if (hospital.isEmpty()) {
                fill(cast);
            }
            if (!settings.load().isEmpty()) {
                addLoad(cast, settings.load());
            }
        });
    }

    /** The hospital stands where this machine does, so that the times of its rooms look right to whoever visits. */
    private void fill(Cast cast) {
        Past past = new Past(clock.instant(), ZoneId.systemDefault());
        try {
            Ensemble ensemble = hospital.open(cast, past);
            script.scenes().forEach(scene -> history.live(scene, ensemble, past));
            hospital.endChats(cast, ensemble);
            Map<String, WorkflowId> workflows = cases.build(
                    ensemble.person("dana"), hospital.organization(cast).orElseThrow(), past);
            script.cases().forEach(scene -> cases.live(scene, workflows, ensemble, past));
            clinic.live(hospital.organization(cast).orElseThrow(), ensemble, past);
        } finally {
            clock.release();
        }
        LOG.info(
                "Filled the empty database with the demonstration hospital in {} ms",
                Duration.between(past.now(), clock.instant()).toMillis());
    }

    /** @throws LoadSetRefused when the database was made by others than the demonstration */
    private void addLoad(Cast cast, List<LoadGroup> load) {
        loadSet.add(load, hospital.organization(cast).orElseThrow(LoadSetRefused::new), cast.password());
        LOG.info("The load set {} is there", LoadGroup.written(load));
    }
}
