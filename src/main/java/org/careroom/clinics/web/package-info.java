/** The pages of clinics: for patients at {@code /w}, for staff at {@code /clinics}. */
@NullMarked
package org.careroom.clinics.web;

import org.jspecify.annotations.NullMarked;
