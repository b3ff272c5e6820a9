package org.careroom.demonstration;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rooms for load tests that have equally many people, written as {@code 50x10}: 50 rooms of 10. */
record LoadGroup(int rooms, int people) {

    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

    /**
     * Read by Spring from the setting, which finds a public method only.
     *
     * @throws IllegalArgumentException when it is not so written
     */
    public static LoadGroup of(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + written + "\" is not rooms x people in each, such as 50x10 or 50x10,1x500");
        }
        return new LoadGroup(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    static String written(List<LoadGroup> groups) {
        return groups.stream().map(LoadGroup::toString).collect(Collectors.joining(","));
    }

    /** Nobody is in two of the rooms. */
    long accounts() {
        return (long) rooms * people;
    }

    String name(int room) {
        return "Load " + this + " " + room;
    }

    @Override
    public String toString() {
        return rooms + "x" + people;
    }
}
