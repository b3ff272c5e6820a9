package org.careroom.cases;

import org.careroom.messaging.Update;

/**
 * A field that was changed.
 *
 * @param before what it held, {@code after} what it holds now, as {@link FieldValues} writes it
 */
record FieldEdit(CaseField field, String before, String after) {

    Update.FieldChange change() {
        return new Update.FieldChange(
                field.id().value(),
                field.label(),
                FieldValues.shown(field.type(), before),
                FieldValues.shown(field.type(), after));
    }
}
