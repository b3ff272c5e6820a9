package org.careroom.people;

/** Accounts whose sign-ins are not counted: the demonstration's load accounts (interface: the demonstration hospital). */
public interface LimitExemption {

    boolean exempt(String email);
}
