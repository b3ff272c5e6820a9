package org.careroom.workflows;

/** What a field of a task holds (product 4). */
public enum FieldType {
    /** One line. */
    TEXT,
    /** Several lines. */
    LONG_TEXT,
    NUMBER,
    DATE,
    /** A time of day, as a clock on the wall shows it. */
    TIME,
    /** A moment, shown to each reader in their own zone. */
    DATE_TIME,
    YES_NO,
    CHOOSE_ONE,
    CHOOSE_MANY,
    TELEPHONE;

    /** Whether the workflow says what there is to choose from. */
    public boolean hasChoices() {
        return this == CHOOSE_ONE || this == CHOOSE_MANY;
    }
}
