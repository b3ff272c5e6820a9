/** The PostgreSQL that Careroom brings along where no other is configured. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.careroom.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
