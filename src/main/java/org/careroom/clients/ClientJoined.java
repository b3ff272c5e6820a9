package org.careroom.clients;

/** A client accepted the invitation to chat and has an account. Published in the transaction. */
public record ClientJoined(ClientContact client) {}
