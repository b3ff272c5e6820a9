/** The pages of {@link org.careroom.cases}. */
@NullMarked
package org.careroom.cases.web;

import org.jspecify.annotations.NullMarked;
