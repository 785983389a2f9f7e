package io.examledger.query.replay;

/**
 * How a served table compares with its rebuilt one.
 *
 * @param projection that writes it
 * @param position up to which both are folded
 * @param rows of the served table
 * @param live checksum of the served table, in hexadecimal: of its rows in any order
 * @param rebuilt checksum of the rebuilt table
 */
public record TableView(
        String table, String projection, long position, long rows, String live, String rebuilt, boolean equal) {}
