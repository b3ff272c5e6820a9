/** Rooms as message logs: posting, reading on, unread counts, edits; the Rooms page. Asks a room's rules. */
@ApplicationModule(allowedDependencies = {"shared", "people", "live"})
@NullMarked
package org.careroom.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
