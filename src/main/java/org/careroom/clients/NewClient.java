package org.careroom.clients;

import java.util.UUID;

/**
 * A new client as a form asks for it.
 *
 * @param key the form's own: sent twice it makes one client
 * @param provider the e-mail address of an active member; empty for who is asking
 */
public record NewClient(UUID key, ClientDescription description, String provider) {}
