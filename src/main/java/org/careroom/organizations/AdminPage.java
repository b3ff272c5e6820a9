package org.careroom.organizations;

/**
 * A settings page for admins that another module has; a bean of this puts it into the sub-navigation.
 *
 * @param name as in the message key {@code settings.<name>}
 * @param icon its Bootstrap icon's class
 * @param address where it leads
 */
public record AdminPage(String name, String icon, String address) {}
