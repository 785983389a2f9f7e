package io.examledger.platform.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often which command was accepted, and by which code refused. */
final class Tally {
    private final Map<String, Map<String, Integer>> byCommand = new TreeMap<>();

    /** @param outcome the refusal's code; empty where it was accepted */
    void count(Object command, String outcome) {
        byCommand
                .computeIfAbsent(command.getClass().getSimpleName(), name -> new TreeMap<>())
                .merge(outcome, 1, Integer::sum);
    }

    void add(Tally other) {
        other.byCommand.forEach((command, outcomes) -> outcomes.forEach((outcome, times) ->
                byCommand.computeIfAbsent(command, name -> new TreeMap<>()).merge(outcome, times, Integer::sum)));
    }

    int sent() {
        return byCommand.values().stream()
                .flatMap(outcomes -> outcomes.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    int accepted() {
        return byCommand.values().stream()
                .mapToInt(outcomes -> outcomes.getOrDefault("", 0))
                .sum();
    }

    Set<String> neverAccepted() {
        return byCommand.keySet().stream()
                .filter(command -> !byCommand.getOrDefault(command, Map.of()).containsKey(""))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return byCommand.entrySet().stream()
                .map(command -> command.getKey() + " " + command.getValue())
                .collect(Collectors.joining("\n"));
    }
}
