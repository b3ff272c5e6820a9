package org.careroom.calls;

/**
 * What the call's screen says of the place.
 *
 * @param name what the call is called to this person
 * @param afterLeaving address to go on to after leaving, from the first slash on
 * @param afterEnd address to go on to when the call has ended, from the first slash on
 */
public record PlaceView(String name, String afterLeaving, String afterEnd) {}
