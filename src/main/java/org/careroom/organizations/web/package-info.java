/** The pages of {@link org.careroom.organizations}. */
@NullMarked
package org.careroom.organizations.web;

import org.jspecify.annotations.NullMarked;
