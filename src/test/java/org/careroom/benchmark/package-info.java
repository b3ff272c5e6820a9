/**
 * Measures the packaged application over real HTTP and WebSocket and writes docs/performance.md: {@code ./mvnw -Pbench
 * verify}. No test of it runs otherwise.
 */
@NullMarked
package org.careroom.benchmark;

import org.jspecify.annotations.NullMarked;
