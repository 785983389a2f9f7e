package io.examledger.command.appointment.checkin;

import io.examledger.kernel.personal.PersonName;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A first and a last name for comparison with another spelling of them (ACC-3). Two names are the same person's if first and
 * last name agree after this:
 *
 * <ul>
 *   <li>case does not matter, in any script that has it;
 *   <li>accents do not matter: {@code José} is {@code JOSE}; ligatures and letters with a stroke are written out, {@code ß} as
 *       {@code ss}, {@code ø} as {@code o}; full-width letters are letters;
 *   <li>an umlaut may also be written with an e, as passports do: {@code Müller} is {@code Mueller} and {@code Muller};
 *   <li>whatever is neither letter nor digit does not matter: {@code Jean-Luc}, {@code Jean Luc} and {@code JeanLuc} are the
 *       same, {@code O'Neill} is {@code ONeill};
 *   <li>first and last name may be exchanged, as some countries print them; the parts within one may not.
 * </ul>
 *
 * <p>All names that the document shows count: a middle name that only one side has is a mismatch. Names in different scripts
 * never agree. {@link #toString()} shows nothing.
 */
final class LegalName {
    private static final Map<String, String> WRITTEN_OUT = Map.ofEntries(
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("ł", "l"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"));
    private static final Map<String, String> WITH_E = Map.of("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe");

    private final Set<String> spellings;

    private LegalName(Set<String> spellings) {
        this.spellings = spellings;
    }

    /** @throws IllegalArgumentException if it is the name of an organisation */
    static LegalName of(PersonName name) {
        String first = name.first();
        String last = name.last();
        if (first == null || last == null) {
            throw new IllegalArgumentException("an organisation has no first and last name");
        }
        Set<String> spellings = new HashSet<>();
        spellings.add(inOneOrder(plain(first), plain(last)));
        spellings.add(inOneOrder(plain(withE(first)), plain(withE(last))));
        return new LegalName(spellings);
    }

    private static String inOneOrder(String first, String last) {
        return first.compareTo(last) <= 0 ? first + " " + last : last + " " + first;
    }

    boolean matches(LegalName other) {
        return spellings.stream().anyMatch(other.spellings::contains);
    }

    private static String withE(String part) {
        String lower = Normalizer.normalize(part, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return replaced(lower, WITH_E);
    }

    private static String plain(String part) {
        String lower = Normalizer.normalize(part, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        String writtenOut = replaced(lower, WRITTEN_OUT);
        return Normalizer.normalize(writtenOut, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String replaced(String text, Map<String, String> letters) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> letters.getOrDefault(letter, letter))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "LegalName[personal]";
    }
}
