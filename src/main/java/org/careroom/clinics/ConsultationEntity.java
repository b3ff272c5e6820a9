package org.careroom.clinics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;

/** A caller's place in a waiting area, from their arrival to the end of the consultation. It refuses what its state does not allow. */
@Entity
@Table(name = "consultation")
class ConsultationEntity {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID clinicId;

    @Column(nullable = false)
    private UUID guestId;

    @Column(nullable = false)
    private UUID formKey;

    @Column(nullable = false)
    private String firstName;

    @Column(nullable = false)
    private String lastName;

    @Column(nullable = false)
    private String phone;

    @Column(nullable = false)
    private String note;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ConsultationStatus status;

    @Column(nullable = false)
    private Instant arrivedAt;

    @Column(nullable = false)
    private Instant statusSince;

    /** Noted beside this by {@link WaitingWatch}, every few seconds. */
    @Column(nullable = false, updatable = false)
    private Instant lastSeenAt;

    private @Nullable Instant awayAt;

    @Column(nullable = false)
    private String seenWith;

    private @Nullable UUID joiningId;

    private @Nullable Instant joiningAt;

    private @Nullable Instant firstSeenAt;

    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable EndedHow endedHow;

    private @Nullable UUID joinedInto;

    private int notices;

    private long changed;

    private @Nullable Instant erasedAt;

    @SuppressWarnings("NullAway.Init")
    protected ConsultationEntity() {}

    ConsultationEntity(ConsultationId id, ClinicId clinic, PersonId guest, UUID formKey, Caller caller, Instant now) {
        this.id = id.value();
        this.clinicId = clinic.value();
        this.guestId = guest.value();
        this.formKey = formKey;
        this.firstName = caller.firstName();
        this.lastName = caller.lastName();
        this.phone = caller.phone();
        this.note = "";
        this.status = ConsultationStatus.WAITING;
        this.arrivedAt = now;
        this.statusSince = now;
        this.lastSeenAt = now;
        this.seenWith = "";
    }

    ConsultationId id() {
        return new ConsultationId(id);
    }

    ClinicId clinic() {
        return new ClinicId(clinicId);
    }

    /** The key of the form by which they entered. */
    UUID form() {
        return formKey;
    }

    PersonId guest() {
        return new PersonId(guestId);
    }

    Caller caller() {
        return new Caller(firstName, lastName, phone);
    }

    String note() {
        return note;
    }

    ConsultationStatus status() {
        return status;
    }

    boolean isOpen() {
        return status.open();
    }

    Instant arrivedAt() {
        return arrivedAt;
    }

    Instant statusSince() {
        return statusSince;
    }

    @Nullable
    Instant awayAt() {
        return awayAt;
    }

    String seenWith() {
        return seenWith;
    }

    int notices() {
        return notices;
    }

    long changed() {
        return changed;
    }

    /** In whose call they are as well, by a clinician's choice; null when in none but their own. */
    @Nullable
    ConsultationId joinedInto() {
        return joinedInto == null ? null : new ConsultationId(joinedInto);
    }

    /** The change takes this number of the clinic's, by which dashboards find it. */
    void number(long change) {
        this.changed = change;
    }

    void correct(Caller caller) {
        this.firstName = caller.firstName();
        this.lastName = caller.lastName();
        this.phone = caller.phone();
    }

    void note(String text) {
        this.note = text;
    }

    /** @return the notice's number: 1, 2, 3 … */
    int notified() {
        return ++notices;
    }

    /** Who pressed Join last and when, so that the caller comes to the call while the member does too. */
    void joinedBy(PersonId member, Instant now) {
        this.joiningId = member.value();
        this.joiningAt = now;
    }

    @Nullable
    PersonId joining() {
        return joiningId == null ? null : new PersonId(joiningId);
    }

    @Nullable
    Instant joiningAt() {
        return joiningAt;
    }

    /** Somebody of the clinic is with them. */
    void seen(String names, Instant now) {
        if (status != ConsultationStatus.BEING_SEEN) {
            become(ConsultationStatus.BEING_SEEN, now);
        }
        if (firstSeenAt == null) {
            firstSeenAt = now;
        }
        seenWith = names;
    }

    /** Nobody of the clinic is with them any more; in whose call they are they stay, on hold there. */
    void held(Instant now) {
        joiningId = null;
        joiningAt = null;
        become(ConsultationStatus.ON_HOLD, now);
    }

    /** A clinician lets them into another caller's call, or, by null, into their own again. */
    void join(@Nullable ConsultationId other) {
        this.joinedInto = other == null ? null : other.value();
    }

    void away(Instant since) {
        this.awayAt = since;
    }

    void back() {
        this.awayAt = null;
    }

    void end(EndedHow how, Instant now) {
        become(ConsultationStatus.ENDED, now);
        this.endedAt = now;
        this.endedHow = how;
    }

    /** Names, phone and note are gone for good; what stands beside it is erased with them ({@link Erasure}). */
    void erase(Instant now) {
        if (isOpen()) {
            throw new IllegalStateException("a consultation that is going on is not erased");
        }
        correct(new Caller("", "", ""));
        note("");
        this.erasedAt = now;
    }

    private void become(ConsultationStatus next, Instant now) {
        if (!isOpen()) {
            throw new IllegalStateException("the consultation has ended");
        }
        this.status = next;
        this.statusSince = now;
    }
}
