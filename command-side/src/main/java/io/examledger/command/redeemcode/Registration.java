package io.examledger.command.redeemcode;

/** A registration that a code carries. */
public record Registration(String holder, String subject, String registrationId) {}
