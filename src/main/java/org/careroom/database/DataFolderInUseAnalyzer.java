package org.careroom.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever started Careroom twice what to do, instead of a stack trace. */
class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<DataFolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolderInUse cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Use the one that is running, stop it first, or give this one a folder (careroom.data) and a port"
                        + " (server.port) of its own.",
                cause);
    }
}
