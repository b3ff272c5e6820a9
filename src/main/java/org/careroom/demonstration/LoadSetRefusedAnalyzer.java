package org.careroom.demonstration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever wants a load set in a real database what to do, instead of a stack trace. */
class LoadSetRefusedAnalyzer extends AbstractFailureAnalyzer<LoadSetRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LoadSetRefused cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Take the setting away; or start without spring.datasource.url, with a new folder (careroom.data) and"
                        + " with careroom.demonstration.enabled=true.",
                cause);
    }
}
