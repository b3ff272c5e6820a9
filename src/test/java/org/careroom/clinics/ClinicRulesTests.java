package org.careroom.clinics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.careroom.calls.PlaceKind;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.NotFound;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what in a clinic: every role of the clinic, with and without managing all clinics of the organization (product 6). */
class ClinicRulesTests {

    @ParameterizedTest(name = "{0}, manages its clinics: {1}")
    @CsvSource(nullValues = "nothing", textBlock = """
            nothing,       false, hidden,  hidden,  hidden
            nothing,       true,  refused, refused, may
            TEAM_MEMBER,   false, may,     may,     refused
            TEAM_MEMBER,   true,  may,     may,     may
            ADMINISTRATOR, false, may,     may,     may
            ADMINISTRATOR, true,  may,     may,     may
            """)
    void roles(@Nullable ClinicRole role, boolean manages, String seeCallers, String meet, String administer) {
        ClinicRules.Asker asker = new ClinicRules.Asker(role, manages);
        assertThat(answer(ClinicAction.SEE_CALLERS, asker)).isEqualTo(seeCallers);
        assertThat(answer(ClinicAction.MEET, asker)).isEqualTo(meet);
        assertThat(answer(ClinicAction.ADMINISTER, asker)).isEqualTo(administer);
    }

    private static String answer(ClinicAction action, ClinicRules.Asker asker) {
        try {
            ClinicRules.require(action, asker, "heart-clinic");
            return "may";
        } catch (NotFound hidden) {
            return "hidden";
        } catch (Refused refused) {
            return "refused";
        }
    }

    @ParameterizedTest(name = "{0} enters a meeting room: {1}, their own user room: {2}, that of another: {3}")
    @CsvSource(nullValues = "nothing", textBlock = """
            nothing,       false, false, false
            TEAM_MEMBER,   true,  true,  false
            ADMINISTRATOR, true,  true,  false
            """)
    void rooms(@Nullable ClinicRole role, boolean meeting, boolean own, boolean of) {
        PersonId sam = new PersonId(Id.next());
        ClinicRules.Asker asker = new ClinicRules.Asker(role, true);
        assertThat(RoomRules.enters(asker, sam, room(PlaceKind.MEETING_ROOM, null)))
                .isEqualTo(meeting);
        assertThat(RoomRules.enters(asker, sam, room(PlaceKind.USER_ROOM, sam))).isEqualTo(own);
        assertThat(RoomRules.enters(asker, sam, room(PlaceKind.USER_ROOM, new PersonId(Id.next()))))
                .isEqualTo(of);
    }

    private static ClinicRoom room(PlaceKind kind, @Nullable PersonId owner) {
        return new ClinicRoom(new ClinicRoomId(Id.next()), new ClinicId(Id.next()), kind, "Handover", owner, false);
    }

    @Test
    void whatHasEndedIsOver() {
        ConsultationEntity consultation = TestClinics.consultation();
        consultation.end(EndedHow.BY_STAFF, TestClinics.NOON);
        assertThatThrownBy(() -> consultation.seen("Maya", TestClinics.NOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> consultation.held(TestClinics.NOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> consultation.end(EndedHow.REMOVED, TestClinics.NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatGoesOnIsNotErased() {
        ConsultationEntity consultation = TestClinics.consultation();
        assertThatThrownBy(() -> consultation.erase(TestClinics.NOON)).isInstanceOf(IllegalStateException.class);
    }
}
