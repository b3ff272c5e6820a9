/** The pages of {@link org.careroom.generalrooms}. */
@NullMarked
package org.careroom.generalrooms.web;

import org.jspecify.annotations.NullMarked;
