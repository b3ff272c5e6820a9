package org.careroom.site;

/**
 * One entry of the left column.
 *
 * @param name the module's name, as in the message key {@code module.<name>}
 * @param icon its Bootstrap icon's class
 * @param address where it leads
 * @param count how many things wait there, which {@code frame.count.<name>} names; 0 shows nothing
 */
public record ModuleEntry(String name, String icon, String address, long count) {

    private static final int MOST = 99;

    /** The number as it is shown. */
    public String shown() {
        return count > MOST ? MOST + "+" : String.valueOf(count);
    }
}
