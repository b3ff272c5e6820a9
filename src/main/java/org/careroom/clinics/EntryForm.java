package org.careroom.clinics;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller filled in to enter a waiting area, as it was typed.
 *
 * @param key the form's own: sent twice it makes one place
 * @param answers to the clinic's own fields, in their order
 * @param agreed whether they agree to the terms
 */
public record EntryForm(
        UUID key,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String phone,
        List<String> answers,
        boolean agreed) {}
