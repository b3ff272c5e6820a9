/** The pages of {@link org.careroom.calls}. */
@NullMarked
package org.careroom.calls.web;

import org.jspecify.annotations.NullMarked;
