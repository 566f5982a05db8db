package io.tidewatch.nlp.eval;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.nlp.TaggingReader;
import io.tidewatch.nlp.hanlp.PerceptronNames;
import io.tidewatch.nlp.tagger.NameType;
import io.tidewatch.nlp.tagger.TaggerInput;
import io.tidewatch.nlp.tagger.TaggerModel;
import io.tidewatch.nlp.train.CharacterPerceptron;
import io.tidewatch.nlp.train.TaggedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Mentions of brands and products by exact span, beside plain alias matching that knows no
 * ambiguity. A brand at the head of a product's name is no error where only the product is expected.
 */
public final class MentionEval {
  private static final String TASK = "mentions";
  private static final long SEED = 1;

  private final FastAnnotator annotator;
  private final FastAnnotator plain;
  private final TaggerModel tagger;
  private final TaggingReader reader;
  private final Lexicons lexicons;
  private final @Nullable PerceptronNames perceptron;
  private final @Nullable CharacterPerceptron characters;

  /**
   * @param annotator what is measured, with {@code tagger} inside
   * @param tagger measured alone, too
   */
  public MentionEval(FastAnnotator annotator, Lexicons lexicons, TaggerModel tagger) {
    this(annotator, lexicons, tagger, null, null);
  }

  private MentionEval(
      FastAnnotator annotator,
      Lexicons lexicons,
      TaggerModel tagger,
      @Nullable PerceptronNames perceptron,
      @Nullable CharacterPerceptron characters) {
    this.characters = characters;
    this.lexicons = lexicons;
    this.perceptron = perceptron;
    this.annotator = annotator;
    this.tagger = tagger;
    reader = new TaggingReader(annotator.catalogue(), lexicons);
    Catalogue c = annotator.catalogue();
    plain = new FastAnnotator(
        new Catalogue(c.categories(), c.brands(), c.products(), List.of()), lexicons);
  }

  /** The same beside HanLP's own perceptron and a plain one of characters, trained on {@code texts}. */
  public MentionEval beside(List<TaggedText> texts) throws IOException {
    var names = new ArrayList<List<PerceptronNames.Name>>();
    Set<String> types = new HashSet<>();
    for (TaggedText text : texts) {
      names.add(text.tags().stream()
          .map(t -> new PerceptronNames.Name(t.span().start(), t.span().end(), t.type()))
          .toList());
      text.tags().forEach(t -> types.add(t.type()));
    }
    return new MentionEval(
        annotator,
        lexicons,
        tagger,
        PerceptronNames.train(texts.stream().map(TaggedText::text).toList(), names, types),
        CharacterPerceptron.train(texts, SEED));
  }

  /** A name that a system found. */
  private record Found(Span span, MentionKind kind) {}

  private record Expected(String text, Set<Span> brands, Set<Span> products) {}

  /**
   * Evaluates JSON Lines with gold, or a file of one character and BIO tag a line.
   *
   * @param losing how many lost cases to list
   */
  public EvalReport evaluate(Path file, int losing) throws IOException {
    String data = String.valueOf(file.getFileName());
    var rows = new ArrayList<EvalRow>();
    var texts = new ArrayList<Expected>();
    if (data.endsWith(".jsonl")) {
      List<GoldText> gold = GoldText.read(file);
      for (GoldText text : gold) {
        if (text.sentiment() != null) {
          texts.add(expected(text));
        }
      }
      rows.addAll(polarities(data, gold));
    } else {
      for (TaggedText text : TaggedText.read(file)) {
        texts.add(expected(text));
      }
    }
    var lost = new ArrayList<LosingCase>();
    boolean gold = data.endsWith(".jsonl");
    rows.addAll(score("fast", text -> mentions(text, gold), data, texts, lost, losing));
    if (gold) {
      rows.add(unlinked(data, texts));
    }
    rows.addAll(score("tagger", this::tagged, data, texts, new ArrayList<>(), 0));
    rows.addAll(score("alias match", this::aliases, data, texts, new ArrayList<>(), 0));
    if (perceptron != null) {
      rows.addAll(
          score("HanLP perceptron", t -> found(perceptron, t), data, texts, new ArrayList<>(), 0));
    }
    if (characters != null) {
      rows.addAll(score(
          "character perceptron",
          t -> found(characters.find(t)),
          data,
          texts,
          new ArrayList<>(),
          0));
    }
    return new EvalReport(rows, lost);
  }

  /** Gold names catalogue entries only, so that names outside of it are counted apart. */
  private List<Found> mentions(String text, boolean linkedOnly) {
    return annotator.annotate(text, Hints.NONE).mentions().stream()
        .filter(m -> !linkedOnly || m.entityId() != null)
        .map(m -> new Found(m.span(), m.kind()))
        .toList();
  }

  private EvalRow unlinked(String data, List<Expected> texts) {
    long names = texts.stream()
        .flatMap(t -> annotator.annotate(t.text(), Hints.NONE).mentions().stream())
        .filter(m -> m.entityId() == null)
        .count();
    double each = texts.isEmpty() ? 0 : names / (double) texts.size();
    return new EvalRow(
        TASK, data, "fast", "names outside the catalogue a text", each, texts.size());
  }

  /** What the sequence tagger says of every text, whether it looks like a title or not. */
  private List<Found> tagged(String text) {
    TaggerInput input = reader.read(text);
    return tagger.tag(input).stream()
        .map(n -> new Found(
            input.text().span(n.start(), n.end()),
            n.type() == NameType.BRAND ? MentionKind.BRAND : MentionKind.PRODUCT))
        .toList();
  }

  private static List<Found> found(PerceptronNames perceptron, String text) {
    return found(perceptron.find(text).stream()
        .map(n -> new TaggedText.Tag(new Span(n.start(), n.end()), n.label()))
        .toList());
  }

  private static List<Found> found(List<TaggedText.Tag> tags) {
    return tags.stream()
        .filter(t -> t.brand() || t.product())
        .map(t -> new Found(t.span(), t.brand() ? MentionKind.BRAND : MentionKind.PRODUCT))
        .toList();
  }

  private List<Found> aliases(String text) {
    return plain.annotate(text, Hints.NONE).mentions().stream()
        .filter(m -> m.entityId() != null)
        .map(m -> new Found(m.span(), m.kind()))
        .toList();
  }

  private static Expected expected(GoldText text) {
    Set<Span> brands = new HashSet<>();
    Set<Span> products = new HashSet<>();
    for (GoldText.Name name : text.mentions()) {
      (name.kind().equals("brand") ? brands : products).add(name.span());
    }
    return new Expected(text.text(), brands, products);
  }

  private static Expected expected(TaggedText text) {
    return new Expected(text.text(), text.brands(), text.products());
  }

  private static List<EvalRow> score(
      String system,
      Function<String, List<Found>> finder,
      String data,
      List<Expected> texts,
      List<LosingCase> lost,
      int losing) {
    var brand = new SpanScore(system);
    var product = new SpanScore(system);
    var all = new SpanScore(system);
    for (Expected text : texts) {
      Set<Span> brands = new HashSet<>();
      Set<Span> products = new HashSet<>();
      for (Found f : finder.apply(text.text())) {
        if (f.kind() == MentionKind.PRODUCT) {
          products.add(f.span());
        } else if (text.brands().contains(f.span())
            || text.products().stream().noneMatch(p -> p.start() == f.span().start())) {
          brands.add(f.span());
        }
      }
      brand.add(text.brands(), brands);
      product.add(text.products(), products);
      Set<Span> found = union(brands, products);
      Set<Span> wanted = union(text.brands(), text.products());
      all.add(wanted, found);
      if (!found.equals(wanted) && lost.size() < losing) {
        lost.add(new LosingCase(
            data, text.text(), surfaces(text.text(), wanted), surfaces(text.text(), found)));
      }
    }
    var rows = new ArrayList<EvalRow>();
    rows.addAll(all.rows(TASK, data, "span"));
    rows.addAll(brand.rows(TASK, data, "brand"));
    rows.addAll(product.rows(TASK, data, "product"));
    return rows;
  }

  /** Polarity of mentions whose span was found. */
  private List<EvalRow> polarities(String data, List<GoldText> texts) {
    var fast = new Confusion();
    for (GoldText text : texts) {
      var mentions = annotator.annotate(text.text(), Hints.NONE).mentions();
      for (GoldText.Name name : text.mentions()) {
        mentions.stream()
            .filter(m -> m.span().equals(name.span()))
            .findFirst()
            .ifPresent(
                m -> fast.add(name.polarity(), m.polarity().name().toLowerCase(Locale.ROOT)));
      }
    }
    if (fast.n() == 0) {
      return List.of();
    }
    return List.of(
        new EvalRow(TASK, data, "fast", "polarity accuracy", fast.accuracy(), fast.n()),
        new EvalRow(TASK, data, "fast", "polarity macro-F1", fast.macroF1(), fast.n()),
        new EvalRow(TASK, data, "majority", "polarity accuracy", fast.majorityShare(), fast.n()));
  }

  private static Set<Span> union(Set<Span> one, Set<Span> other) {
    Set<Span> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  private static String surfaces(String text, Set<Span> spans) {
    return String.join(
        "|",
        spans.stream()
            .sorted(java.util.Comparator.comparingInt(Span::start))
            .map(s -> text.substring(s.start(), s.end()))
            .toList());
  }
}
