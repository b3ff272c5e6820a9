/** Clients of organizations, who may see them, and their accounts to chat with. */
@ApplicationModule(allowedDependencies = {"shared", "people", "organizations"})
@NullMarked
package org.careroom.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
