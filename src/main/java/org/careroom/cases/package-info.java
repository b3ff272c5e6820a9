/** Cases: their tasks and fields, their admins, and the follower groups that are told exactly what each was given. */
@ApplicationModule(allowedDependencies = {"shared", "people", "organizations", "workflows", "messaging", "live"})
@NullMarked
package org.careroom.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
