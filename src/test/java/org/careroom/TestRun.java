package org.careroom;

import java.io.IOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** What all tests of a run share: one database and one browser. */
public class TestRun implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            TestDatabase started = TestDatabase.start();
            System.setProperty("spring.datasource.url", started.url());
            System.setProperty("spring.datasource.username", started.username());
            System.setProperty("spring.datasource.password", started.password());
        } catch (IOException failed) {
            throw new IllegalStateException("No database for the tests", failed);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Browsers.close();
    }
}
