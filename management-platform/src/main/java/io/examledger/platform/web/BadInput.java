package io.examledger.platform.web;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a value object that refuses what a client sent from a bug. A value refuses itself with an
 * {@link IllegalArgumentException}; it is the client's fault if a controller was making it from the request, and ours if
 * it happened anywhere further in.
 */
final class BadInput {
    private BadInput() {}

    static boolean isBehind(RuntimeException failure) {
        if (!(failure instanceof IllegalArgumentException)) {
            return false;
        }
        boolean refusedByValue = false;
        for (StackTraceElement frame : failure.getStackTrace()) {
            String type = frame.getClassName();
            if (type.startsWith("io.examledger.kernel.")
                    || frame.getMethodName().equals("<init>")) {
                refusedByValue |= type.startsWith("io.examledger.");
            } else if (type.startsWith("io.examledger.")) {
                return refusedByValue && isController(type);
            }
        }
        return false;
    }

    /** What one of our values said about itself somewhere below; null if none did. */
    static @Nullable String reasonOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            StackTraceElement[] frames = cause.getStackTrace();
            if (cause instanceof IllegalArgumentException
                    && frames.length > 0
                    && frames[0].getClassName().startsWith("io.examledger.")) {
                return cause.getMessage();
            }
        }
        return null;
    }

    /** A controller, or a request record inside one. */
    private static boolean isController(String type) {
        return Stream.of(type.split("\\$", -1)).anyMatch(name -> name.endsWith("Controller"));
    }
}
