package io.examledger.platform.architecture.bad.kernel.utils;

class InADrawer {}
