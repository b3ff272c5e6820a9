package org.careroom.calls;

import org.careroom.shared.Reason;

/** How somebody may come into a call of a place, as the place says. */
public sealed interface Admission {

    /** They may enter, let in, mute, disconnect, lock and end. */
    static Admission host(String name) {
        return new Enters(name, Role.HOST);
    }

    /** They walk in, and wait on hold while no host is there. */
    static Admission guest(String name) {
        return new Enters(name, Role.GUEST);
    }

    /** As a guest; the hosts are there for them or have asked them in, so that a lock is not meant for them. */
    static Admission awaited(String name) {
        return new Enters(name, Role.AWAITED);
    }

    /** They have to be let in by a host, once in a call. */
    static Admission knocks(String name) {
        return new Enters(name, Role.KNOCKER);
    }

    /** To them there is no such call. */
    static Admission hidden() {
        return new Hidden();
    }

    /** They may know of it but not come in. */
    static Admission refused(Reason reason) {
        return new Because(reason);
    }

    /** As what somebody comes in. */
    enum Role {
        HOST,
        GUEST,
        AWAITED,
        KNOCKER
    }

    /**
     * They come in.
     *
     * @param name what the others see them called
     */
    record Enters(String name, Role role) implements Admission {

        boolean host() {
            return role == Role.HOST;
        }
    }

    /** Looks to them as if there were no such call. */
    record Hidden() implements Admission {}

    /** No, and why. */
    record Because(Reason reason) implements Admission {}
}
