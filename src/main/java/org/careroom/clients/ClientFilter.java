package org.careroom.clients;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the list of clients is wanted.
 *
 * @param mine only those whose provider the person is, or in whose care team
 * @param search words, each of which begins a word of the name or the e-mail address, or digits of the phone; empty for all
 * @param after the last client of the page before, or null
 */
public record ClientFilter(
        boolean mine, String search, @Nullable ClientId after) {}
