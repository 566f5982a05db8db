package io.tidewatch.keywords;

import io.tidewatch.model.behavior.KeywordText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names of two characters or more, found in keywords by their first two, so that thousands of names
 * cost hardly more than one. Not safe for several threads while names are added.
 */
final class NameIndex {
  private static final int SHORTEST = 2;

  private final Map<String, List<Name>> byStart = new HashMap<>();
  private int size;

  /** Adds a name of {@code owner}; nothing happens for one that is known or too short. */
  void add(String name, String owner) {
    String word = KeywordText.normalise(name);
    if (word.length() < SHORTEST) {
      return;
    }
    List<Name> names =
        byStart.computeIfAbsent(word.substring(0, SHORTEST), start -> new ArrayList<>());
    if (names.stream().noneMatch(n -> n.word().equals(word))) {
      names.add(new Name(word, owner, size++));
    }
  }

  /** Whose name a keyword holds: of several the one that was added first. */
  Optional<String> ownerIn(String keyword) {
    Name first = null;
    for (int i = 0; i + SHORTEST <= keyword.length(); i++) {
      for (Name name : byStart.getOrDefault(keyword.substring(i, i + SHORTEST), List.of())) {
        if ((first == null || name.place() < first.place()) && keyword.startsWith(name.word(), i)) {
          first = name;
        }
      }
    }
    return Optional.ofNullable(first).map(Name::owner);
  }

  private record Name(String word, String owner, int place) {}
}
