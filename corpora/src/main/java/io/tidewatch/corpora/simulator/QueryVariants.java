package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.CorpusFiles;
import io.tidewatch.corpora.TsvTable;
import io.tidewatch.corpora.simulator.Keyword.Variant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Other ways to type a query: without or with other spaces, in another order, full-width, in
 * capitals, in pinyin, with a homophone that an input method offered, with a slip of the finger.
 */
final class QueryVariants {
  private final Map<Integer, String> readings = new HashMap<>();
  private final Map<String, String> homophones = new HashMap<>();

  private QueryVariants() {}

  static QueryVariants shipped() {
    var variants = new QueryVariants();
    String file = "samples/syllables.tsv";
    try (BufferedReader reader = CorpusFiles.shipped().open(file)) {
      for (TsvTable.Row row :
          TsvTable.read(file, reader, List.of("syllable", "characters")).rows()) {
        String characters = row.required("characters");
        variants.homophones.put(row.required("syllable"), characters);
        characters.codePoints().forEach(c -> variants.readings.put(c, row.required("syllable")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
    return variants;
  }

  /** Up to seven forms, none equal to the query or to another. */
  List<Variant> of(String query, Chance chance) {
    var forms = new LinkedHashMap<String, String>();
    List<String> words = Arrays.asList(query.split(" ", -1));
    add(forms, query.replace(" ", ""), "spacing");
    add(forms, query.replace(" ", "  "), "spacing");
    if (words.size() > 1) {
      var turned = new ArrayList<>(words);
      Collections.rotate(turned, 1);
      add(forms, String.join(" ", turned), "order");
    }
    add(forms, query.toUpperCase(Locale.ROOT), "case");
    add(forms, wide(query), "width");
    add(forms, pinyin(query), "pinyin");
    add(forms, homophone(query, chance), "typo");
    add(forms, slip(query, chance), "typo");
    forms.remove(query);
    return forms.entrySet().stream()
        .map(e -> new Variant(e.getKey(), e.getValue()))
        .toList();
  }

  private static void add(Map<String, String> forms, String text, String how) {
    if (!text.isBlank()) {
      forms.putIfAbsent(text, how);
    }
  }

  private static String wide(String query) {
    var text = new StringBuilder();
    query.chars().forEach(c -> text.append((char) (c > 0x20 && c < 0x7f ? c + 0xfee0 : c)));
    return text.toString();
  }

  /** The query in pinyin; unchanged when a character's reading is not known. */
  private String pinyin(String query) {
    var text = new StringBuilder();
    for (int c : query.codePoints().toArray()) {
      String reading = readings.get(c);
      if (reading == null && Character.isIdeographic(c)) {
        return query;
      }
      text.append(reading == null ? Character.toString(c) : reading);
    }
    return text.toString();
  }

  private String homophone(String query, Chance chance) {
    int[] characters = query.codePoints().toArray();
    int from = chance.integer(0, characters.length - 1);
    for (int i = 0; i < characters.length; i++) {
      int at = (from + i) % characters.length;
      String others = homophones.getOrDefault(readings.getOrDefault(characters[at], ""), "");
      int other = others.isEmpty() ? 0 : others.codePointAt(chance.integer(0, others.length() - 1));
      if (other != 0 && other != characters[at]) {
        characters[at] = other;
        return new String(characters, 0, characters.length);
      }
    }
    return query;
  }

  private static String slip(String query, Chance chance) {
    int length = query.length();
    if (length < 4 || query.codePointCount(0, length) != length) {
      return query;
    }
    int at = chance.integer(1, length - 2);
    return query.substring(0, at)
        + query.charAt(at + 1)
        + query.charAt(at)
        + query.substring(at + 2);
  }
}
