package org.careroom.calls;

/** What a page says of its microphone, camera and screen. */
public record Devices(boolean muted, boolean cameraOff, boolean sharing) {}
