/**
 * A lean HTTP/1.1, WebSocket and STOMP client on one thread, because the load shares its machine with the server that it
 * measures: what the client spends, the server lacks.
 */
@NullMarked
package org.careroom.benchmark.client;

import org.jspecify.annotations.NullMarked;
