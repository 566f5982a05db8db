package io.tidewatch.nlp.train;

import io.tidewatch.nlp.tagger.NameTable;
import io.tidewatch.nlp.tagger.NameType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts names in tagged texts. */
final class NameCounts {
  private NameCounts() {}

  /** Titles count twice, since their way of tagging is the one to learn. */
  static NameTable table(List<TaggedTitle> titles, List<TaggedTitle> others) {
    Map<String, double[]> counts = new HashMap<>();
    titles.forEach(t -> names(t, 2, counts));
    others.forEach(t -> names(t, 1, counts));
    titles.forEach(t -> occurrences(t, 2, counts));
    others.forEach(t -> occurrences(t, 1, counts));
    Map<String, Integer> codes = new HashMap<>();
    counts.forEach((name, c) -> {
      int code = NameTable.code(c[0], c[1], c[2]);
      if (code > 0) {
        codes.put(name, code);
      }
    });
    return new NameTable(codes);
  }

  private static void names(TaggedTitle title, double weight, Map<String, double[]> counts) {
    for (TaggedTitle.Name name : title.names()) {
      int length = name.surface().length();
      if (name.type() != NameType.OTHER
          && length >= NameTable.SHORTEST
          && length <= NameTable.LONGEST) {
        counts
            .computeIfAbsent(name.surface(), n -> new double[3])[
            name.type() == NameType.BRAND ? 0 : 1] += weight;
      }
    }
  }

  private static void occurrences(TaggedTitle title, double weight, Map<String, double[]> counts) {
    String text = title.input().text().toString();
    for (int i = 0; i < text.length(); i++) {
      int limit = Math.min(text.length(), i + NameTable.LONGEST);
      for (int end = i + NameTable.SHORTEST; end <= limit; end++) {
        double[] count = counts.get(text.substring(i, end));
        if (count != null) {
          count[2] += weight;
        }
      }
    }
  }
}
