package io.tidewatch.keywords.answer;

import java.util.List;

/**
 * What one source of candidates adds to the others.
 *
 * @param words distinct words that it leads to
 * @param only those that no other source leads to: what would be lost without it
 * @param sufficient words with enough data to be judged
 * @param onlySufficient those of them that would be lost
 * @param rows rows of the answer, at most {@code top} of all, that it is named in
 * @param lostRows those of them that would be lost
 * @param examples of the words that only it leads to, at most five, the most searched first
 * @param note why it has none; empty otherwise
 */
public record SourceRow(
    String source,
    int words,
    int only,
    int sufficient,
    int onlySufficient,
    int rows,
    int lostRows,
    int top,
    List<String> examples,
    String note) {

  public SourceRow {
    examples = List.copyOf(examples);
  }
}
