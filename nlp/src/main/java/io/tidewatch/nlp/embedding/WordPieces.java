package io.tidewatch.nlp.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * BERT's tokens of a text: each Han character and punctuation mark by itself, other words cut into
 * the longest pieces that the vocabulary holds. Case and width are folded. Safe from any thread.
 */
final class WordPieces {
  private static final int LONGEST_WORD = 100;
  private static final String CONTINUES = "##";

  private final Map<String, Integer> vocabulary;
  private final int first;
  private final int last;
  private final int unknown;

  private WordPieces(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
    this.first = required("[CLS]");
    this.last = required("[SEP]");
    this.unknown = required("[UNK]");
  }

  /**
   * Reads the tokenizer file that belongs to the model.
   *
   * @throws IllegalStateException when it is no such file
   */
  static WordPieces read(byte[] file) {
    var vocabulary = new HashMap<String, Integer>();
    try {
      JsonNode entries = new ObjectMapper().readTree(file).path("model").path("vocab");
      entries.properties().forEach(e -> vocabulary.put(e.getKey(), e.getValue().intValue()));
    } catch (IOException e) {
      throw new IllegalStateException("embedding model: the tokenizer file is damaged", e);
    }
    return new WordPieces(vocabulary);
  }

  private int required(String token) {
    Integer number = vocabulary.get(token);
    if (number == null) {
      throw new IllegalStateException(
          "embedding model: the tokenizer file holds no token " + token);
    }
    return number;
  }

  /** Token numbers, the sentence's marks at both ends included, at most {@code limit}. */
  int[] of(String text, int limit) {
    var numbers = new ArrayList<Integer>();
    numbers.add(first);
    for (String word : words(text, limit)) {
      pieces(word, numbers);
    }
    var tokens = new int[Math.min(limit, numbers.size() + 1)];
    for (int i = 0; i < tokens.length - 1; i++) {
      tokens[i] = numbers.get(i);
    }
    tokens[tokens.length - 1] = last;
    return tokens;
  }

  /** At most {@code limit} words; a text may be far longer than what the model reads. */
  private static List<String> words(String text, int limit) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    String folded = Normalizer.normalize(
            text.substring(0, Math.min(text.length(), limit * LONGEST_WORD)), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT);
    for (int i = 0; i < folded.length() && words.size() < limit; ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        end(word, words);
      } else if (alone(c)) {
        end(word, words);
        words.add(Character.toString(c));
      } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
        word.appendCodePoint(c);
      }
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean alone(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION -> true;
      case Character.CONTROL, Character.FORMAT -> false;
      default -> Character.isIdeographic(c) || (c < 128 && !Character.isLetterOrDigit(c));
    };
  }

  private void pieces(String word, List<Integer> into) {
    if (word.length() > LONGEST_WORD) {
      into.add(unknown);
      return;
    }
    var found = new ArrayList<Integer>();
    int start = 0;
    while (start < word.length()) {
      int end = word.length();
      Integer number = null;
      while (end > start) {
        number = vocabulary.get((start > 0 ? CONTINUES : "") + word.substring(start, end));
        if (number != null) {
          break;
        }
        end--;
      }
      if (number == null) {
        into.add(unknown);
        return;
      }
      found.add(number);
      start = end;
    }
    into.addAll(found);
  }
}
