package io.tidewatch.corpora;

import io.tidewatch.model.query.QueryPart;
import io.tidewatch.model.query.QueryWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the words that shop queries are made of: kinds of goods, attributes, scenes, shop words. */
public final class QueryWords {
  private static final List<String> FILES =
      List.of("query/words-category.tsv", "query/words-attribute.tsv", "query/words-scene.tsv");
  private static final List<String> TYPES = List.of("category", "attribute", "scene", "other");

  private QueryWords() {}

  /** The words inside the product. */
  public static List<QueryWord> shipped() {
    return read(CorpusFiles.shipped());
  }

  /**
   * Reads {@code query/words-*.tsv} of {@code files}. A cell of words holds one word an item, the
   * spellings of one word joined by {@code =}, the usual one first.
   *
   * @throws MalformedCorpusException naming file, line and rule; a word stands once in all files
   */
  public static List<QueryWord> read(CorpusFiles files) {
    var words = new ArrayList<QueryWord>();
    Map<String, TsvTable.Row> seen = new HashMap<>();
    for (String file : FILES) {
      for (TsvTable.Row row : files.table(file, "type", "facet", "words").rows()) {
        QueryPart part = QueryPart.of(row.oneOf("type", TYPES));
        String facet = row.required("facet");
        row.required("words");
        for (String item : row.items("words")) {
          String[] spellings = item.split("=", -1);
          for (String spelling : spellings) {
            if (spelling.isBlank()) {
              throw row.malformed("words must not be empty");
            }
            TsvTable.Row other = seen.putIfAbsent(spelling, row);
            if (other != null) {
              throw row.malformed("words must stand once, " + spelling + " also stands in "
                  + other.file() + ":" + other.line());
            }
            words.add(new QueryWord(spelling, part, facet, spellings[0]));
          }
        }
      }
    }
    return List.copyOf(words);
  }
}
