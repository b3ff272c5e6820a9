package org.careroom.demonstration;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demonstration hospital.
 *
 * @param enabled whether an empty database of Careroom's own is filled with it
 * @param load people and rooms for load tests that are added to it, such as {@code 50x10,1x500}
 */
@ConfigurationProperties("careroom.demonstration")
record DemonstrationSettings(
        @DefaultValue("true") boolean enabled, @DefaultValue List<LoadGroup> load) {

    /** More are no test any more but a mistake, and each is an account. */
    private static final int MOST_PEOPLE = 20_000;

    DemonstrationSettings {
        if (load.stream().distinct().count() < load.size()) {
            throw new IllegalArgumentException(
                    "careroom.demonstration.load names the same rooms twice: " + LoadGroup.written(load));
        }
        if (load.stream().mapToLong(LoadGroup::accounts).sum() > MOST_PEOPLE) {
            throw new IllegalArgumentException("careroom.demonstration.load wants more than " + MOST_PEOPLE
                    + " people: " + LoadGroup.written(load));
        }
    }
}
