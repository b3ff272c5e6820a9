/** The pages of {@link org.careroom.clients}. */
@NullMarked
package org.careroom.clients.web;

import org.jspecify.annotations.NullMarked;
