/** Careroom: each package below is one of the product's nouns and a module with its allowed dependencies. */
@NullMarked
package org.careroom;

import org.jspecify.annotations.NullMarked;
