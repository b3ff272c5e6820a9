/** Calls between up to six browsers: admission, seats, hold, lock, signals, chat, and the screen that shows them. */
@ApplicationModule(allowedDependencies = {"shared", "people", "live"})
@NullMarked
package org.careroom.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
