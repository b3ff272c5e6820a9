/** Clinics: their waiting area, which patients enter by a link without an account, their meeting rooms and user rooms. */
@ApplicationModule(allowedDependencies = {"shared", "people", "organizations", "live", "calls"})
@NullMarked
package org.careroom.clinics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
