package io.examledger.eventstore.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes the little JSON there is here: objects, arrays, strings, whole numbers. Strict, because whatever the
 * reader passed over nobody would have checked; small, so that the program that checks needs no library.
 */
final class Json {
    private static final int DEEPEST = 8;
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** The text is not the JSON that is expected. */
    static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** @throws Unreadable if it is not one object */
    static Map<String, Object> object(String text) {
        Json json = new Json(text);
        json.skipSpace();
        Map<String, Object> object = json.object(0);
        json.skipSpace();
        if (json.at < text.length()) {
            throw json.unreadable("something follows the object");
        }
        return object;
    }

    private Map<String, Object> object(int depth) {
        expect('{');
        Map<String, Object> members = new LinkedHashMap<>();
        if (comes('}')) {
            return members;
        }
        do {
            skipSpace();
            String name = string();
            skipSpace();
            expect(':');
            if (members.put(name, value(depth)) != null) {
                throw unreadable("\"" + name + "\" stands there twice");
            }
        } while (comes(','));
        expect('}');
        return members;
    }

    private List<Object> array(int depth) {
        expect('[');
        List<Object> items = new ArrayList<>();
        if (comes(']')) {
            return items;
        }
        do {
            items.add(value(depth));
        } while (comes(','));
        expect(']');
        return items;
    }

    private Object value(int depth) {
        skipSpace();
        char first = at < text.length() ? text.charAt(at) : ' ';
        Object value = switch (first) {
            case '"' -> string();
            case '{' -> object(deeper(depth));
            case '[' -> array(deeper(depth));
            default -> number();
        };
        skipSpace();
        return value;
    }

    private int deeper(int depth) {
        if (depth == DEEPEST) {
            throw unreadable("nested too deeply");
        }
        return depth + 1;
    }

    private Long number() {
        int from = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, at);
        try {
            long number = Long.parseLong(digits);
            if (Long.toString(number).equals(digits)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw unreadable("a string, a whole number, an object or an array was expected");
        }
        throw unreadable("a whole number is written without ornament");
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char next = text.charAt(at++);
            if (next < ' ') {
                throw unreadable("a control character in a string");
            }
            string.append(next == '\\' ? escaped() : next);
        }
        expect('"');
        return string.toString();
    }

    private char escaped() {
        char escape = at < text.length() ? text.charAt(at++) : ' ';
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw unreadable("an escape that JSON does not have");
        };
    }

    private char unicode() {
        if (at + HEX_DIGITS > text.length()) {
            throw unreadable("a string that does not end");
        }
        String digits = text.substring(at, at + HEX_DIGITS);
        if (!digits.chars().allMatch(digit -> Character.digit(digit, HEX) >= 0)) {
            throw unreadable("four hexadecimal digits were expected");
        }
        at += HEX_DIGITS;
        return (char) Integer.parseInt(digits, HEX);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean comes(char expected) {
        skipSpace();
        boolean comes = at < text.length() && text.charAt(at) == expected;
        if (comes) {
            at++;
        }
        return comes;
    }

    private void expect(char expected) {
        if (at >= text.length() || text.charAt(at) != expected) {
            throw unreadable("\"" + expected + "\" was expected");
        }
        at++;
    }

    private Unreadable unreadable(String what) {
        return new Unreadable("at character " + (at + 1) + ": " + what);
    }

    /** A string as JSON has it, with its quotes. */
    static String quoted(String string) {
        StringBuilder quoted = new StringBuilder(string.length() + 2).append('"');
        for (int i = 0; i < string.length(); i++) {
            char next = string.charAt(i);
            if (next == '"' || next == '\\') {
                quoted.append('\\').append(next);
            } else if (next < ' ') {
                quoted.append("\\u%04x".formatted((int) next));
            } else {
                quoted.append(next);
            }
        }
        return quoted.append('"').toString();
    }
}
