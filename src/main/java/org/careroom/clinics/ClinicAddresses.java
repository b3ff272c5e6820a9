package org.careroom.clinics;

import java.util.Optional;
import java.util.UUID;
import org.careroom.shared.Invalid;
import org.careroom.shared.NamedLocks;
import org.careroom.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses of clinics: what one has or had is never another's, so that an old letter or QR code leads its patients nowhere
 * else, and who waits while the address changes keeps their place.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClinicAddresses {

    private final ClinicRepository clinics;
    private final NamedLocks locks;
    private final JdbcClient jdbc;

    ClinicAddresses(ClinicRepository clinics, NamedLocks locks, JdbcClient jdbc) {
        this.clinics = clinics;
        this.locks = locks;
        this.jdbc = jdbc;
    }

    /** The clinic that has this address, or had it. */
    Optional<ClinicEntity> find(String slug) {
        return clinics.findBySlug(slug)
                .or(() -> jdbc.sql("select clinic_id from clinic_former_slug where slug = ?")
                        .param(slug)
                        .query(UUID.class)
                        .optional()
                        .flatMap(clinics::findById));
    }

    /**
     * Nobody else takes the address until the transaction ends.
     *
     * @param by the clinic that may have had it before; null for a new one
     * @throws Invalid at {@code slug} when another clinic has or had it, of whatever organization
     */
    void requireFree(String slug, @Nullable ClinicId by) {
        locks.lock("clinic:" + slug);
        boolean taken = find(slug).filter(clinic -> !clinic.id().equals(by)).isPresent();
        if (taken) {
            throw new Invalid("slug", Reason.of("clinic.slug.taken"));
        }
    }

    /** The clinic has another address from now on, and keeps this one. */
    void keep(ClinicId clinic, String former) {
        jdbc.sql("insert into clinic_former_slug (slug, clinic_id) values (?, ?) on conflict (slug) do nothing")
                .params(former, clinic.value())
                .update();
    }
}
