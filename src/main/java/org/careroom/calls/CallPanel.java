package org.careroom.calls;

/**
 * What a module above shows hosts among the participants.
 *
 * @param template the name of the template whose fragment {@code panel(view)} shows it
 * @param view what the fragment is given
 */
public record CallPanel(String template, Object view) {}
