package org.careroom.organizations.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.careroom.organizations.Permission;
import org.jspecify.annotations.Nullable;

/** The switches that are on in what a page sent; empty values, which no page of ours sends, are none. */
record PermissionForm(@Nullable List<@Nullable Permission> permission) {

    Set<Permission> wished() {
        Set<Permission> wished = EnumSet.noneOf(Permission.class);
        if (permission != null) {
            permission.stream().filter(Objects::nonNull).forEach(wished::add);
        }
        return wished;
    }
}
