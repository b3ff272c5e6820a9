package org.careroom.calls;

import java.util.UUID;

/** Somebody knocks at a place's call, or does so no more. Published in the transaction that has locked the call. */
public record DoorChanged(PlaceKind kind, UUID place) {}
