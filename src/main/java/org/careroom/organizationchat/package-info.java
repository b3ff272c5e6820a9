/** Conversations with clients: the personal and the Organization view, replies on behalf of others, notes among staff. */
@ApplicationModule(allowedDependencies = {"shared", "people", "organizations", "clients", "messaging", "live"})
@NullMarked
package org.careroom.organizationchat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
