package io.tidewatch.keywords.query;

import io.tidewatch.model.query.HanScript;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How Han characters sound, with the sounds that many speakers do not tell apart made equal. */
final class Syllables {
  private final HanScript script;
  /** One object a sound, for many are kept. */
  private final Map<String, String> near = new ConcurrentHashMap<>();

  Syllables(HanScript script) {
    this.script = script;
  }

  /** The sound of each unit; empty for what is not Han. */
  List<String> of(String text) {
    return script.syllables(text);
  }

  /** What many speakers make of each sound. */
  List<String> near(List<String> sounds) {
    return sounds.stream()
        .map(sound -> near.computeIfAbsent(sound, Syllables::near1))
        .toList();
  }

  /** All sounds without spaces; empty when one is. */
  static String joined(List<String> sounds) {
    var joined = new StringBuilder();
    for (String syllable : sounds) {
      if (syllable.isEmpty()) {
        return "";
      }
      joined.append(syllable);
    }
    return joined.toString();
  }

  private static String near1(String syllable) {
    String near = syllable;
    if (near.startsWith("zh") || near.startsWith("ch") || near.startsWith("sh")) {
      near = near.charAt(0) + near.substring(2);
    }
    return near.endsWith("ang") || near.endsWith("eng") || near.endsWith("ing")
        ? near.substring(0, near.length() - 1)
        : near;
  }
}
