/** Carries news to the browsers that are online and knows who is present; the only module that knows STOMP. */
@ApplicationModule(allowedDependencies = {"shared", "people"})
@NullMarked
package org.careroom.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
