package org.careroom.people;

import org.springframework.stereotype.Component;

/** Links that people hand on, with the address under which this installation is reached (product 1: careroom.public-url). */
@Component
public class PublicLinks {

    private final String base;

    PublicLinks(PeopleSettings settings) {
        String address = settings.publicUrl().toString();
        this.base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** @param path from the first slash on */
    public String to(String path) {
        return base + path;
    }

    /** Whether browsers reach us encrypted, so that cookies may be limited to that. */
    public boolean encrypted() {
        return base.startsWith("https:");
    }
}
