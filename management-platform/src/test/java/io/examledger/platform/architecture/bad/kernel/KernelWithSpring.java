package io.examledger.platform.architecture.bad.kernel;

import org.springframework.util.StringUtils;

class KernelWithSpring {
    boolean isBlank(String text) {
        return !StringUtils.hasText(text);
    }
}
