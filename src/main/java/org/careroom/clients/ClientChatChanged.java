package org.careroom.clients;

/** Chat was turned on or off for a client who has an account. Published in the transaction. */
public record ClientChatChanged(ClientContact client) {}
