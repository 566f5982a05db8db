package io.tidewatch.corpora;

import io.tidewatch.corpora.Lexicons.NegationKind;
import io.tidewatch.corpora.Lexicons.Winner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the files under {@code lexicon/}. */
final class LexiconReader {
  private static final List<String> INTENTS = List.of(
      "review",
      "preview",
      "advice",
      "question",
      "purchase-intention",
      "complaint",
      "advertisement",
      "other");

  private static final List<String> SPAM_REASONS =
      List.of("contact", "selling", "lottery", "follow-begging", "money-bait", "paid-placement");

  private final CorpusFiles files;

  private LexiconReader(CorpusFiles files) {
    this.files = files;
  }

  static Lexicons read(CorpusFiles files) {
    var reader = new LexiconReader(files);
    return new Lexicons(
        reader.scores("lexicon/sentiment.tsv", "word", "score", -1, 1),
        reader.negations(),
        reader.scores("lexicon/degree.tsv", "word", "factor", 0.3, 2),
        reader.slang(),
        reader.scores("lexicon/emoticon.tsv", "token", "score", -1, 1),
        reader.aspects(),
        reader.implicit(),
        reader.opinions(),
        reader.intents(),
        reader.spam(),
        reader.tones(),
        reader.comparisons());
  }

  private Map<String, Double> scores(
      String file, String word, String value, double min, double max) {
    var scores = new LinkedHashMap<String, Double>();
    for (var row : files.table(file, word, value).rows()) {
      if (scores.put(row.required(word), row.number(value, min, max)) != null) {
        throw row.malformed(word + " must stand once in the file");
      }
    }
    return scores;
  }

  private List<Lexicons.Negation> negations() {
    return files.table("lexicon/negation.tsv", "word", "kind", "scope").rows().stream()
        .map(row -> new Lexicons.Negation(
            row.required("word"),
            NegationKind.valueOf(
                row.oneOf("kind", List.of("flip", "weaken", "double")).toUpperCase(Locale.ROOT)),
            (int) row.number("scope", 1, 16)))
        .toList();
  }

  private List<Lexicons.Slang> slang() {
    return files.table("lexicon/slang.tsv", "expression", "score", "gloss").rows().stream()
        .map(row -> new Lexicons.Slang(
            row.required("expression"), row.number("score", -1, 1), row.text("gloss")))
        .toList();
  }

  private List<Lexicons.Aspect> aspects() {
    return files
        .table("lexicon/aspects.tsv", "category", "aspect", "name", "nameEn", "terms")
        .rows()
        .stream()
        .map(row -> new Lexicons.Aspect(
            row.required("category"),
            row.required("aspect"),
            row.required("name"),
            row.required("nameEn"),
            row.items("terms")))
        .toList();
  }

  private List<Lexicons.Implicit> implicit() {
    return files
        .table("lexicon/implicit.tsv", "category", "expression", "aspect", "score")
        .rows()
        .stream()
        .map(row -> new Lexicons.Implicit(
            row.required("category"),
            row.required("expression"),
            row.required("aspect"),
            row.number("score", -1, 1)))
        .toList();
  }

  private List<Lexicons.Opinion> opinions() {
    return files.table("lexicon/opinions.tsv", "word", "aspect", "score").rows().stream()
        .map(row -> new Lexicons.Opinion(
            row.required("word"), row.required("aspect"), row.number("score", -1, 1)))
        .toList();
  }

  private List<Lexicons.IntentCue> intents() {
    return files.table("lexicon/intent.tsv", "intent", "cue", "weight").rows().stream()
        .map(row -> new Lexicons.IntentCue(
            row.oneOf("intent", INTENTS), row.required("cue"), row.number("weight", 0.2, 3)))
        .toList();
  }

  private List<Lexicons.ToneCue> tones() {
    List<String> kinds = Stream.of(Lexicons.ToneKind.values())
        .map(k -> k.name().toLowerCase(Locale.ROOT))
        .toList();
    return files.table("lexicon/tone.tsv", "phrase", "kind").rows().stream()
        .map(row -> new Lexicons.ToneCue(
            row.required("phrase"),
            Lexicons.ToneKind.valueOf(row.oneOf("kind", kinds).toUpperCase(Locale.ROOT))))
        .toList();
  }

  private List<Lexicons.SpamCue> spam() {
    return files.table("lexicon/spam.tsv", "reason", "cue", "weight").rows().stream()
        .map(row -> new Lexicons.SpamCue(
            row.oneOf("reason", SPAM_REASONS), row.required("cue"), row.number("weight", 0.1, 0.9)))
        .toList();
  }

  private List<Lexicons.Comparison> comparisons() {
    return files.table("lexicon/comparison.tsv", "pattern", "winner").rows().stream()
        .map(row -> {
          String pattern = row.required("pattern");
          if (pattern.indexOf('A') < 0 || pattern.indexOf('B') < 0) {
            throw row.malformed("pattern must hold A and B");
          }
          return new Lexicons.Comparison(
              pattern,
              Winner.valueOf(row.oneOf("winner", List.of("subject", "object", "tie", "adjective"))
                  .toUpperCase(Locale.ROOT)));
        })
        .toList();
  }
}
