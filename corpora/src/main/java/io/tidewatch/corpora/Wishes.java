package io.tidewatch.corpora;

import java.util.List;
import java.util.Set;

/**
 * Imprecise wishes, in the words of somebody who does not know what to type, each with the sample
 * queries that it means. Written for this project. In file order.
 */
public record Wishes(List<Wish> wishes) {

  public Wishes {
    wishes = List.copyOf(wishes);
  }

  /** The wishes inside the product. */
  public static Wishes shipped() {
    return read(CorpusFiles.shipped(), "gold/wishes.jsonl");
  }

  /**
   * Reads one file of {@code files}.
   *
   * @throws MalformedCorpusException naming file, line and rule
   */
  public static Wishes read(CorpusFiles files, String name) {
    return new Wishes(JsonRows.read(
        files,
        name,
        Set.of("wish", "keywords"),
        row -> new Wish(row.required("wish"), row.texts("keywords"))));
  }

  /** A wish and the keywords that would do, in no order. */
  public record Wish(String wish, List<String> keywords) {
    public Wish {
      keywords = List.copyOf(keywords);
    }
  }
}
