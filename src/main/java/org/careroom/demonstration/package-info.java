/** The demonstration hospital: believable people, teams and rooms, written through the modules' own faces. */
@ApplicationModule
@NullMarked
package org.careroom.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
