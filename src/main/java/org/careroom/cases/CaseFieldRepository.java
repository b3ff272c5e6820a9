package org.careroom.cases;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CaseFieldRepository extends Repository<CaseField, UUID> {

    /** Of the whole case: in the order of its tasks, then of their fields. */
    @Query(
            "select f from CaseField f, CaseTask t where f.caseId = :of and t.id = f.taskId order by t.position, f.position")
    List<CaseField> inOrder(UUID of);

    List<CaseField> findByTaskIdOrderByPosition(UUID task);

    List<CaseField> findByCaseIdAndIdIn(UUID of, Collection<UUID> ids);
}
