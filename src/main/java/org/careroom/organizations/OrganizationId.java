package org.careroom.organizations;

import java.util.UUID;
import org.careroom.shared.Id;

/** Which organization. */
public record OrganizationId(UUID value) implements Id {

    public static OrganizationId of(String text) {
        return new OrganizationId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
