package org.careroom.cases;

import java.util.List;

/**
 * What somebody typed into a field.
 *
 * @param values several only where many can be chosen
 * @param seen the version of the field that they saw when they began
 */
public record FieldInput(FieldId field, List<String> values, int seen) {}
