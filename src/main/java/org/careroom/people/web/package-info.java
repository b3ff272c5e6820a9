/** The pages of {@link org.careroom.people}. */
@NullMarked
package org.careroom.people.web;

import org.jspecify.annotations.NullMarked;
