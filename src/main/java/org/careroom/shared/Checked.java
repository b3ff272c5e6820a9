package org.careroom.shared;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a field of a form holds, or what is wrong with it: all fields are looked at before the form is refused. */
public sealed interface Checked<T extends @Nullable Object> {

    /** Looks at a field by a check that throws {@link Invalid} when something is wrong with it. */
    static <T extends @Nullable Object> Checked<T> of(Supplier<T> check) {
        try {
            return new Right<>(check.get());
        } catch (Invalid invalid) {
            return new Wrong<>(invalid);
        }
    }

    /**
     * Goes on when all are right.
     *
     * @param fields in the form's order
     * @throws Invalid at each that is wrong
     */
    static void all(Checked<?>... fields) {
        Map<String, Reason> wrong = new LinkedHashMap<>();
        Arrays.stream(fields).forEach(field -> wrong.putAll(field.wrong()));
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
    }

    /** @throws Invalid when it is wrong */
    T get();

    /** What it holds, or this instead when it is wrong. */
    T or(T instead);

    /** What is wrong, by field; nothing when it is right. */
    Map<String, Reason> wrong();

    /** A field that can be taken. */
    record Right<T extends @Nullable Object>(T get) implements Checked<T> {

        @Override
        public T or(T instead) {
            return get;
        }

        @Override
        public Map<String, Reason> wrong() {
            return Map.of();
        }
    }

    /** A field, or several, that cannot be taken. */
    record Wrong<T extends @Nullable Object>(Invalid invalid) implements Checked<T> {

        @Override
        public T get() {
            throw invalid;
        }

        @Override
        public T or(T instead) {
            return instead;
        }

        @Override
        public Map<String, Reason> wrong() {
            return invalid.wrong();
        }
    }
}
