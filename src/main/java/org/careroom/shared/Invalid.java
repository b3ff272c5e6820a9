package org.careroom.shared;

/** What was entered cannot be taken (400): the form is shown again with the reason at its field and all that was typed. */
public class Invalid extends RuntimeException {

    private final String field;
    private final transient Reason reason;

    /**
     * @param field the form's field name
     * @param reason what is wrong with it
     */
    public Invalid(String field, Reason reason) {
        super(field + ": " + reason.key(), null, false, false);
        this.field = field;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public Reason reason() {
        return reason;
    }
}
