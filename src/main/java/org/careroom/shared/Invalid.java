package org.careroom.shared;

import java.util.Map;

/** What was entered cannot be taken (400): the form is shown again with the reason at each field and all that was typed. */
public class Invalid extends RuntimeException {

    private final transient Map<String, Reason> wrong;

    /**
     * @param field the form's field name
     * @param reason what is wrong with it
     */
    public Invalid(String field, Reason reason) {
        this(Map.of(field, reason));
    }

    /** @param wrong what is wrong with which field, in the form's order */
    Invalid(Map<String, Reason> wrong) {
        super(wrong.keySet().toString(), null, false, false);
        this.wrong = wrong;
    }

    /** What is wrong with which field, in the form's order. */
    public Map<String, Reason> wrong() {
        return wrong;
    }

    /** The first field that is wrong. */
    public String field() {
        return wrong.keySet().iterator().next();
    }

    /** What is wrong with the first field. */
    public Reason reason() {
        return wrong.values().iterator().next();
    }
}
