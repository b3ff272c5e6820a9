package org.careroom.site;

import java.util.List;
import org.careroom.people.Person;

/**
 * What stands around every signed-in page.
 *
 * @param entries the modules this person has, in their order
 */
public record Frame(Person person, List<ModuleEntry> entries) {}
