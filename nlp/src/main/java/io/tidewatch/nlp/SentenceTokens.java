package io.tidewatch.nlp;

import io.tidewatch.nlp.DeepReader.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cuts what was read into sentences of tokens for the parser. Stateless. */
final class SentenceTokens {
  private static final int LONGEST_SENTENCE = 60;

  private SentenceTokens() {}

  /** The sentences that hold both a name and an opinion and are not too long, in order. */
  static List<List<Token>> of(Reading reading) {
    var out = new ArrayList<List<Token>>();
    List<Clause> clauses = reading.clauses();
    for (int i = 0; i < clauses.size(); ) {
      int from = i;
      while (i < clauses.size()
          && clauses.get(i).sentence() == clauses.get(from).sentence()) {
        i++;
      }
      List<Token> tokens =
          tokens(reading, clauses.get(from).start(), clauses.get(i - 1).end());
      boolean named = tokens.stream().anyMatch(t -> t.mention() >= 0);
      boolean judged = tokens.stream().anyMatch(t -> t.opinion() >= 0);
      if (named && judged && tokens.size() <= LONGEST_SENTENCE) {
        out.add(tokens);
      }
    }
    return out;
  }

  private static List<Token> tokens(Reading reading, int from, int to) {
    var tokens = new ArrayList<Token>();
    int at = from;
    while (at < to) {
      int name = name(reading, at);
      if (name >= 0) {
        Linked linked = reading.names().get(name);
        tokens.add(new Token(text(reading, at, linked.end()), at, name, -1));
        at = linked.end();
        continue;
      }
      CueHit hit = cue(reading, at);
      if (hit != null) {
        tokens.add(new Token(text(reading, at, hit.end()), at, -1, opinion(reading, hit)));
        at = hit.end();
        continue;
      }
      int end = next(reading, at, to);
      String word = text(reading, at, end);
      if (!word.isBlank()) {
        tokens.add(new Token(word, at, -1, -1));
      }
      at = end;
    }
    return tokens;
  }

  /** The end of the word at {@code at}, before the next name or cue. */
  private static int next(Reading reading, int at, int to) {
    int end = to;
    for (int wordEnd : reading.wordEnds()) {
      if (wordEnd > at) {
        end = Math.min(end, wordEnd);
        break;
      }
    }
    int until = end;
    return Stream.concat(
            reading.names().stream().map(Linked::start), reading.cues().stream().map(CueHit::start))
        .filter(start -> start > at && start < until)
        .min(Integer::compare)
        .orElse(until);
  }

  private static String text(Reading reading, int from, int to) {
    return reading.text().substring(from, to).replace("\n", "");
  }

  private static int name(Reading reading, int at) {
    for (int i = 0; i < reading.names().size(); i++) {
      if (reading.names().get(i).start() == at && !reading.nested(i)) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable CueHit cue(Reading reading, int at) {
    for (CueHit hit : reading.cues()) {
      if (hit.start() == at) {
        return hit;
      }
    }
    return null;
  }

  private static int opinion(Reading reading, CueHit hit) {
    for (int i = 0; i < reading.opinions().size(); i++) {
      if (reading.opinions().get(i).hit.equals(hit)) {
        return i;
      }
    }
    return -1;
  }
}
