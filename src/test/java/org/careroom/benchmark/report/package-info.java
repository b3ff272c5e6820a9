/** What the benchmark writes: tables in Markdown and charts in SVG. */
@NullMarked
package org.careroom.benchmark.report;

import org.jspecify.annotations.NullMarked;
