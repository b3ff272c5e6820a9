package org.careroom.clients;

/** What somebody who may open a client may do with it, or is told why not. */
public enum ClientAction {
    /** Change name, e-mail address and phone. */
    EDIT,
    /** Change the provider and the care team. */
    ASSIGN,
    /** Invite to chat, also again. */
    INVITE,
    /** End the open invitation to chat. */
    WITHDRAW,
    /** Turn chat on or off. */
    SWITCH_CHAT
}
