package org.careroom.cases;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careroom.organizations.TeamId;
import org.careroom.shared.Digest;

/**
 * A follower room that somebody wants to set up.
 *
 * @param key of the form: sent twice it makes one room
 * @param people e-mail addresses
 * @param teams whose people are added as they are now
 * @param given exactly what it gets
 */
public record NewGroup(UUID key, String name, List<String> people, List<TeamId> teams, Given given) {

    /**
     * What a follower group gets.
     *
     * @param tasks whole ones, with all their fields
     * @param fields single ones besides
     * @param mayEdit whether the group fills in what it gets
     */
    public record Given(Set<TaskId> tasks, Set<FieldId> fields, boolean mayEdit) {

        public String digest() {
            String all = Stream.of(tasks, fields)
                            .map(given -> given.stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .collect(Collectors.joining(" ")))
                            .collect(Collectors.joining("/"))
                    + mayEdit;
            return Digest.of(all);
        }
    }
}
