package io.examledger.eventstore.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The offline verifier: checks exports, heads and proofs without the system and its database. Ends with 0 if all is as it
 * should be, 1 if something is wrong, 2 if it could not check.
 */
public final class Verifier {
    private static final int SOUND = 0;
    private static final int BROKEN = 1;
    private static final int UNCHECKED = 2;
    private static final String USAGE = """
            usage: java -jar event-store-verifier.jar COMMAND OPTION...

              verify       --log FILE --head FILE [--older-head FILE]... [--older-log FILE]
              proof        --proof FILE
              consistency  --proof FILE --older-head FILE --head FILE

            --log, --older-log    an export of the log (JSON Lines), from its first event on
            --head, --older-head  a signed head, as JSON or as a checkpoint; several, one JSON a line
            --proof               a proof, as JSON
            --key                 the public key, or a file that holds it (name+id+base64); again, if an earlier
                                  one signed the older heads; without it the key in the head is believed,
                                  which tells no forged head from a true one

            Ends with 0 if all is as it should be, 1 if something is wrong, 2 if it could not check.""";

    private final PrintStream out;

    /** @param out takes what was found, for people */
    public Verifier(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Verifier(out).run(arguments));
    }

    /** Something that cannot be overlooked, and is no fault of the log at a position. */
    static final class Distrust extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Distrust(String message) {
            super(message);
        }
    }

    /** @return what the program ends with */
    public int run(String... arguments) {
        try {
            Optional<Fault> fault = check(Options.parse(arguments));
            if (fault.isEmpty()) {
                out.println("INTACT");
                return SOUND;
            }
            out.println("BROKEN at position %d: %s: %s"
                    .formatted(
                            fault.get().position(),
                            fault.get().kind(),
                            fault.get().detail()));
            return BROKEN;
        } catch (Distrust e) {
            out.println("BROKEN: " + e.getMessage());
            return BROKEN;
        } catch (Options.Unusable e) {
            out.println(e.getMessage());
            out.println(USAGE);
            return UNCHECKED;
        } catch (IOException e) {
            out.println("cannot be read: " + e);
            return UNCHECKED;
        }
    }

    private Optional<Fault> check(Options options) throws IOException {
        Heads heads = new Heads(options.keys(), out);
        return switch (options.command()) {
            case "verify" -> new OfflineCheck(out).check(options, heads);
            case "proof" -> {
                InclusionProof proof = options.json("proof", InclusionProof::ofJson);
                out.println("event        %s %s, position %d of %d"
                        .formatted(
                                proof.event().type(),
                                proof.event().eventId(),
                                proof.event().position(),
                                proof.head().head().size()));
                heads.trust("head", proof.head());
                yield proof.fault();
            }
            case "consistency" -> {
                Head older = heads.one("older head", options.file("older-head"));
                Head newer = heads.one("head", options.file("head"));
                if (!options.json("proof", ConsistencyProof::ofJson).connects(older, newer)) {
                    throw new Distrust("the proof does not lead from the older head to the other");
                }
                yield Optional.empty();
            }
            default -> throw new Options.Unusable("there is no command \"" + options.command() + "\"");
        };
    }
}
