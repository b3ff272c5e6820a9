package org.careroom.cases;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CaseFieldRepository extends Repository<CaseField, UUID> {

    List<CaseField> findByCaseIdOrderByPosition(UUID of);

    List<CaseField> findByTaskIdOrderByPosition(UUID task);

    List<CaseField> findByCaseIdAndIdIn(UUID of, Collection<UUID> ids);
}
