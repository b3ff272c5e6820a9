/** The pages of {@link org.careroom.messaging}. */
@NullMarked
package org.careroom.messaging.web;

import org.jspecify.annotations.NullMarked;
