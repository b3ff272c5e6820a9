/** The shell around all modules: security chain, layout, navigation, home, errors. It may use every module's face. */
@ApplicationModule
@NullMarked
package org.careroom.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
