/** The pages of {@link org.careroom.workflows}. */
@NullMarked
package org.careroom.workflows.web;

import org.jspecify.annotations.NullMarked;
