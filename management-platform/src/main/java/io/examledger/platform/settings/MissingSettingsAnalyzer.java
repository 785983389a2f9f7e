package io.examledger.platform.settings;

import static java.util.stream.Collectors.joining;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set, instead of a stack trace. */
class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<MissingSettings> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingSettings cause) {
        String list = cause.settings().stream().map(s -> "  - " + s).collect(joining(System.lineSeparator()));
        return new FailureAnalysis(
                "The profile 'postgres' does not start without these settings:" + System.lineSeparator() + list,
                "Set them, or start without the profile 'postgres' to try the system on the embedded database.",
                cause);
    }
}
