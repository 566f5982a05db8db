package io.tidewatch.corpora;

import java.util.List;
import java.util.Map;

/**
 * Every word list that the fast lane reads, as one immutable value. Words are as written in the
 * files; a reader folds them the way it folds texts. Scores run from -1 (negative) to 1.
 *
 * @param sentiment words that judge by themselves, with their score
 * @param negations words that turn or weaken what follows
 * @param degrees adverbs with the factor, 0.3 to 2, by which they scale a judgement
 * @param slang expressions whose meaning is not in their words, with score and gloss
 * @param emoticons bracket emoticons and emoji with their score
 * @param aspects what can be judged, by category, with the words that name it
 * @param implicit expressions that judge an aspect without naming it
 * @param opinions opinion words whose score depends on the aspect
 * @param intents cues of what a text is for
 * @param spam cues that a post was placed rather than said
 * @param tones phrases that show that words are not meant as they stand
 * @param comparisons patterns over two entities A and B and who wins
 */
public record Lexicons(
    Map<String, Double> sentiment,
    List<Negation> negations,
    Map<String, Double> degrees,
    List<Slang> slang,
    Map<String, Double> emoticons,
    List<Aspect> aspects,
    List<Implicit> implicit,
    List<Opinion> opinions,
    List<IntentCue> intents,
    List<SpamCue> spam,
    List<ToneCue> tones,
    List<Comparison> comparisons) {

  /** The category of rows that hold for every category. */
  public static final String ANY_CATEGORY = "*";

  public Lexicons {
    sentiment = Map.copyOf(sentiment);
    negations = List.copyOf(negations);
    degrees = Map.copyOf(degrees);
    slang = List.copyOf(slang);
    emoticons = Map.copyOf(emoticons);
    aspects = List.copyOf(aspects);
    implicit = List.copyOf(implicit);
    opinions = List.copyOf(opinions);
    intents = List.copyOf(intents);
    spam = List.copyOf(spam);
    tones = List.copyOf(tones);
    comparisons = List.copyOf(comparisons);
  }

  /** The lexicons inside the product. */
  public static Lexicons shipped() {
    return LexiconReader.read(CorpusFiles.shipped());
  }

  /**
   * The lexicons under {@code lexicon/} of {@code files}.
   *
   * @throws MalformedCorpusException naming file, line and rule
   */
  public static Lexicons read(CorpusFiles files) {
    return LexiconReader.read(files);
  }

  /** What a negation does. */
  public enum NegationKind {
    /** Turns the judgement round. */
    FLIP,
    /** Takes most of it away. */
    WEAKEN,
    /** Two negations that affirm. */
    DOUBLE
  }

  /** A negation that reaches {@code scope} characters, 1 to 16, to the right. */
  public record Negation(String word, NegationKind kind, int scope) {}

  public record Slang(String expression, double score, String gloss) {}

  public record Aspect(String category, String id, String name, String nameEn, List<String> terms) {
    public Aspect {
      terms = List.copyOf(terms);
    }
  }

  public record Implicit(String category, String expression, String aspect, double score) {}

  public record Opinion(String word, String aspect, double score) {}

  /** {@code intent} is a label such as {@code purchase-intention}; {@code weight} is 0.2 to 3. */
  public record IntentCue(String intent, String cue, double weight) {}

  /** {@code reason} is a code such as {@code contact}; {@code weight} is 0.1 to 0.9. */
  public record SpamCue(String reason, String cue, double weight) {}

  /** What a phrase says of how words are meant. */
  public enum ToneKind {
    /** Praise that is hardly ever meant. */
    IRONY,
    /** Praise that is not meant where a fact stands against it. */
    PRAISE,
    /** A complaint that is not meant where the author is taken. */
    MOCK,
    /** The author is taken: cannot stop, buys again. */
    HOOKED,
    /** The author does not see what is said to be good. */
    DOUBT,
    /** What is missing. */
    WISH,
    /** A fact that speaks against a thing without judging it. */
    FLAW,
    /** Somebody's opinion is refused. */
    REBUT,
    /** What is spoken of is ahead of another. */
    LEAD,
    /** What is spoken of is behind another. */
    TRAIL
  }

  /** A phrase with its tone. */
  public record ToneCue(String phrase, ToneKind kind) {}

  /** Who wins a comparison. */
  public enum Winner {
    SUBJECT,
    OBJECT,
    TIE,
    /** The polarity of the adjective decides. */
    ADJECTIVE
  }

  /** {@code pattern} holds the letters A and B where the two entities stand. */
  public record Comparison(String pattern, Winner winner) {}
}
