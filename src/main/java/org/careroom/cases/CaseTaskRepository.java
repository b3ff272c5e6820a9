package org.careroom.cases;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CaseTaskRepository extends Repository<CaseTask, UUID> {

    Optional<CaseTask> findById(UUID id);

    List<CaseTask> findByCaseIdOrderByPosition(UUID of);

    List<CaseTask> findByCaseIdAndIdIn(UUID of, Collection<UUID> ids);
}
