/** Organizations, their members and levels, permissions and what they require, teams, and their settings pages. */
@ApplicationModule(allowedDependencies = {"shared", "people"})
@NullMarked
package org.careroom.organizations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
