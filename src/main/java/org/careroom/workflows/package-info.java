/** Workflows: an organization's templates, from which its cases are set up. A change of one leaves running cases alone. */
@ApplicationModule(allowedDependencies = {"shared", "people", "organizations"})
@NullMarked
package org.careroom.workflows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
