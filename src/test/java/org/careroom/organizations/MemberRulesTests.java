package org.careroom.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.careroom.organizations.MemberRules.Facts;
import org.careroom.shared.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an admin may do with a member (product 1), as a table. */
class MemberRulesTests {

    /** The columns are the facts in the order of {@link Facts}: status, self, last admin, others. */
    @ParameterizedTest(name = "{0}: {1}, self {2}, last admin {3}, others {4} → {5}")
    @CsvSource({
        "CHANGE_LEVEL, ACTIVE, false, false, false,",
        "CHANGE_LEVEL, INVITED, false, false, false,",
        "CHANGE_LEVEL, DEACTIVATED, false, false, false,",
        "CHANGE_LEVEL, ACTIVE, true, false, false, own",
        "CHANGE_LEVEL, ACTIVE, false, true, false, last-admin",
        "CHANGE_LEVEL, PENDING, false, false, false, pending",
        "CHANGE_PERMISSIONS, ACTIVE, false, false, false,",
        "CHANGE_PERMISSIONS, ACTIVE, false, true, false,",
        "CHANGE_PERMISSIONS, INVITED, false, false, false,",
        "CHANGE_PERMISSIONS, ACTIVE, true, false, false, own",
        "CHANGE_PERMISSIONS, PENDING, false, false, false, pending",
        "APPROVE, PENDING, false, false, false,",
        "APPROVE, ACTIVE, false, false, false, not-pending",
        "APPROVE, DEACTIVATED, false, false, false, not-pending",
        "DENY, PENDING, false, false, false,",
        "DENY, ACTIVE, false, false, false, not-pending",
        "INVITE_AGAIN, INVITED, false, false, false,",
        "INVITE_AGAIN, ACTIVE, false, false, false, not-invited",
        "WITHDRAW, INVITED, false, false, false,",
        "WITHDRAW, PENDING, false, false, false, not-invited",
        "DEACTIVATE, ACTIVE, false, false, false,",
        "DEACTIVATE, ACTIVE, true, false, false, own",
        "DEACTIVATE, ACTIVE, false, true, false, last-admin",
        "DEACTIVATE, ACTIVE, true, true, false, last-admin",
        "DEACTIVATE, PENDING, false, false, false, not-active",
        "DEACTIVATE, DEACTIVATED, false, false, false, not-active",
        "REACTIVATE, DEACTIVATED, false, false, false,",
        "REACTIVATE, ACTIVE, false, false, false, not-deactivated",
        "REACTIVATE, INVITED, false, false, false, not-deactivated",
        "MAKE_PASSWORD_LINK, ACTIVE, false, false, false,",
        "MAKE_PASSWORD_LINK, ACTIVE, true, false, false, own-password",
        "MAKE_PASSWORD_LINK, ACTIVE, false, false, true, others",
        "MAKE_PASSWORD_LINK, DEACTIVATED, false, false, false, not-active",
    })
    void anAdminMayOrIsToldWhyNot(
            MemberAction action, Status status, boolean self, boolean lastAdmin, boolean others, String refusal) {
        Reason refused = MemberRules.refusal(action, new Facts(status, self, lastAdmin, others));
        assertThat(Optional.ofNullable(refused).map(Reason::key))
                .isEqualTo(Optional.ofNullable(refusal).map(word -> "member.refused." + word));
    }
}
