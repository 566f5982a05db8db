package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.AspectOpinion;
import io.tidewatch.model.annotation.Lane;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.nlp.hanlp.SimplifiedCharacters;
import io.tidewatch.nlp.hanlp.WordSegmenter;
import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.text.TextNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Prepares the sentences that need syntax, and rewrites an annotation by what syntax decided. Names
 * and judging words are single tokens, whatever the segmenter thinks of them. Safe from any thread.
 */
public final class DeepReader {
  private final TextNormalizer normalizer = new TextNormalizer(new SimplifiedCharacters());
  private final WordCutter words;
  private final OpinionReader opinions = new OpinionReader();
  private final CueReader cues;
  private final ComparisonReader comparisons;

  /** Reads with HanLP's words. */
  public DeepReader(Lexicons lexicons) {
    this(lexicons, new WordSegmenter()::wordEnds);
  }

  /** Reads with the words of {@code words}. */
  public DeepReader(Lexicons lexicons, WordCutter words) {
    this.words = words;
    cues = new CueReader(Cues.of(lexicons, normalizer));
    comparisons = new ComparisonReader(lexicons.comparisons(), normalizer);
  }

  /**
   * A word of a sentence.
   *
   * @param start where it stands in the normalised text
   * @param mention index into the annotation's mentions; -1 when it names nothing
   * @param opinion index of the opinion it expresses; -1 when it judges nothing
   */
  public record Token(String word, int start, int mention, int opinion) {}

  /**
   * What syntax found of one opinion.
   *
   * @param subject mention that it judges
   * @param object mention that it is compared with; -1 when there is none
   * @param lacking the subject has less of it than the object, as in 不如
   */
  public record Decision(int opinion, int subject, int object, boolean lacking) {}

  /** One text with the sentences that hold both a name and an opinion. */
  public final class Draft {
    private final Annotation fast;
    private final Reading reading;

    private Draft(Annotation fast, Reading reading) {
      this.fast = fast;
      this.reading = reading;
    }

    /** Sentences of at most sixty words, in order. */
    public List<List<Token>> sentences() {
      return SentenceTokens.of(reading);
    }

    /** The annotation with targets and polarities as decided; undecided opinions stay. */
    public Annotation decide(List<Decision> decisions) {
      return decide(decisions, List.of());
    }

    /** Also with {@code named}, runs of tokens that name what the catalogue does not hold. */
    public Annotation decide(List<Decision> decisions, List<List<Token>> named) {
      // what the patterns of comparison have settled, syntax does not settle again
      var compared = new ArrayList<>(comparisons.read(reading));
      int patterns = compared.size();
      for (Decision d : decisions) {
        Opinion opinion = reading.opinions().get(d.opinion());
        if (settled(compared.subList(0, patterns), d, opinion)) {
          continue;
        }
        opinion.target = d.subject();
        if (d.object() >= 0) {
          compared.add(new ComparisonReader.Comparison(
              d.subject(), d.object(), judgement(opinion, d.lacking()), opinion));
        }
      }
      List<AspectDraft> drafts = drafts();
      double[] scores = NamePolarities.of(reading, drafts, compared);
      return new Annotation(
          Lane.DEEP,
          fast.dictionaryVersion(),
          fast.modelVersion(),
          fast.intent(),
          fast.intentConfidence(),
          fast.sentiment(),
          mentions(scores, named),
          aspects(drafts),
          fast.hashtags(),
          fast.repostChain(),
          fast.terms(),
          fast.signature(),
          fast.wantsDeepLane(),
          fast.spam(),
          null);
    }

    private List<AspectDraft> drafts() {
      var drafts = new ArrayList<AspectDraft>();
      for (AspectOpinion aspect : fast.aspects()) {
        Span judged = aspect.opinion() == null ? aspect.span() : aspect.opinion();
        int from = reading.text().positionOf(judged.start());
        int to = reading.text().positionOf(judged.end());
        Opinion said = null;
        for (Opinion o : reading.opinions()) {
          if (o.hit.start() < to && from < o.hit.end()) {
            said = o;
            o.used = true;
          }
        }
        int start = reading.text().positionOf(aspect.span().start());
        int target = aspect.target() == null ? -1 : index(aspect.target());
        drafts.add(new AspectDraft(
            start, start + 1, aspect.aspect(), from, to, aspect.score(), target, said));
      }
      return drafts;
    }

    private List<Mention> mentions(double[] scores, List<List<Token>> named) {
      var out = new ArrayList<Mention>();
      for (int i = 0; i < scores.length; i++) {
        Mention m = fast.mentions().get(i);
        boolean keep = m.quoted()
            || Double.isNaN(scores[i])
            || MentionList.judgesNobody(fast.intent(), scores[i]);
        out.add(
            keep
                ? m
                : new Mention(
                    m.id(),
                    m.span(),
                    m.surface(),
                    m.kind(),
                    m.entityId(),
                    m.brandId(),
                    NamePolarities.polarity(scores[i]),
                    false,
                    m.reason()));
      }
      for (List<Token> name : named) {
        Token last = name.getLast();
        Span span = reading
            .text()
            .span(name.getFirst().start(), last.start() + last.word().length());
        out.add(new Mention(
            "m" + (out.size() + 1),
            span,
            reading.text().original().substring(span.start(), span.end()),
            MentionKind.BRAND,
            null,
            null,
            Polarity.NEUTRAL,
            false,
            "named entity"));
      }
      return out;
    }

    private List<AspectOpinion> aspects(List<AspectDraft> drafts) {
      var out = new ArrayList<AspectOpinion>();
      for (int i = 0; i < drafts.size(); i++) {
        AspectOpinion a = fast.aspects().get(i);
        int target = drafts.get(i).target();
        out.add(new AspectOpinion(
            a.span(),
            a.aspect(),
            a.opinion(),
            a.polarity(),
            a.score(),
            target < 0 ? null : fast.mentions().get(target).id()));
      }
      return out;
    }

    private int index(String id) {
      for (int i = 0; i < fast.mentions().size(); i++) {
        if (fast.mentions().get(i).id().equals(id)) {
          return i;
        }
      }
      return -1;
    }
  }

  /** Reads {@code text} again with the names that {@code fast} found. */
  public Draft open(String text, Annotation fast) {
    NormalText normal = normalizer.normalize(text);
    int end = Math.min(normal.ownEnd(), FastReader.LONGEST);
    int[] wordEnds = words.wordEnds(normal.chars(), 0, end);
    List<Clause> clauses = Clause.split(normal, end, wordEnds);
    if (clauses.isEmpty()) {
      clauses = List.of(new Clause(0, 0, 0, false, false, 1));
    }
    var names = new ArrayList<Linked>();
    for (Mention m : fast.mentions()) {
      int start = normal.positionOf(m.span().start());
      int stop = Math.max(start, normal.positionOf(m.span().end()));
      names.add(new Linked(start, stop, entity(m), m.reason()));
    }
    CueReader.Found found = cues.read(normal, end, wordEnds, names);
    return new Draft(
        fast,
        new Reading(
            normal,
            end,
            wordEnds,
            clauses,
            names,
            found,
            opinions.read(normal, clauses, found.evaluating())));
  }

  private static Entity entity(Mention m) {
    String id = m.entityId() == null ? m.surface() : m.entityId();
    String brand = m.brandId() == null ? id : m.brandId();
    return new Entity(m.kind(), id, brand, Set.of(), Set.of());
  }

  private static boolean settled(
      List<ComparisonReader.Comparison> patterns, Decision d, Opinion opinion) {
    for (var c : patterns) {
      boolean samePair = (d.subject() == c.subject() && d.object() == c.object())
          || (d.subject() == c.object() && d.object() == c.subject());
      boolean sameOpinion = c.opinion() != null && c.opinion().hit.equals(opinion.hit);
      if (samePair || sameOpinion) {
        return true;
      }
    }
    return false;
  }

  /** What an opinion says of the subject; of one that lacks it, the contrary of its words. */
  private static double judgement(Opinion opinion, boolean lacking) {
    double score = lacking ? -opinion.unturned() : opinion.score();
    return Double.isNaN(score) ? 0 : score;
  }
}
