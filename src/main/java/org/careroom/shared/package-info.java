/** The few types that every module needs: identifiers, refusals, plain text, a page of a list. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.careroom.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
