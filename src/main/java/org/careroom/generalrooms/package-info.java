/** General rooms between colleagues: who is in them, and the rules of what each may do. */
@ApplicationModule(allowedDependencies = {"shared", "people", "organizations", "messaging"})
@NullMarked
package org.careroom.generalrooms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
