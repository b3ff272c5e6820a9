/** The pages of conversations. */
@NullMarked
package org.careroom.organizationchat.web;

import org.jspecify.annotations.NullMarked;
