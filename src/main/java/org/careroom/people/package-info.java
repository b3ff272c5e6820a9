/** Accounts, signing in and out, sessions, and who is asking. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.careroom.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
