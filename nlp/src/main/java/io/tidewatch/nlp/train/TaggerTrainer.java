package io.tidewatch.nlp.train;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.TaggingReader;
import io.tidewatch.nlp.tagger.CharacterFeatures;
import io.tidewatch.nlp.tagger.NameTable;
import io.tidewatch.nlp.tagger.NameType;
import io.tidewatch.nlp.tagger.TaggedName;
import io.tidewatch.nlp.tagger.TaggerInput;
import io.tidewatch.nlp.tagger.TaggerModel;
import io.tidewatch.nlp.tagger.Tags;
import io.tidewatch.nlp.tagger.TitleSense;
import io.tidewatch.nlp.text.NormalText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Trains the tagger. Titles in which models and other names are tagged too teach the chain; texts
 * with brands and products only add to the {@link NameTable}. So that the chain does not trust the
 * table more than it may, the table that it sees in training knows nothing of the text at hand: names
 * are counted over the other seven eighths. Deterministic for one seed.
 */
public final class TaggerTrainer {
  private static final int FOLDS = 8;

  private final TaggingReader reader;
  private final Settings settings;

  /**
   * How to train; {@link #DEFAULTS} were chosen on a part of the training titles.
   *
   * @param models fits with seeds of their own whose weights are averaged
   * @param brandBonus added to the score of beginning a brand, which trades precision for recall
   * @param productBonus the same for products
   */
  record Settings(
      int bits,
      int epochs,
      float rate,
      float dropout,
      int models,
      float brandBonus,
      float productBonus) {}

  static final Settings DEFAULTS = new Settings(18, 12, 0.05f, 0.1f, 4, 1.3f, 1.1f);

  public TaggerTrainer(Catalogue catalogue, Lexicons lexicons) {
    this(new TaggingReader(catalogue, lexicons), DEFAULTS);
  }

  TaggerTrainer(TaggingReader reader, Settings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  /**
   * Span F1 of one set of titles, each 0 to 1.
   *
   * @param titles which titles of the held-out files: all, or those unlike any that taught
   */
  public record Figures(String titles, int texts, double brand, double product) {}

  /**
   * A trained model with its figures.
   *
   * @param figures of a model that was trained without the held-out files and without texts of names
   *     only that are like theirs
   */
  public record Trained(
      TaggerModel model,
      int titles,
      int heldOut,
      int namesOnly,
      int prose,
      List<Figures> figures) {}

  /**
   * Trains from the files under {@code data} (see {@link TaggerCorpus}) and writes the model to
   * {@code out}.
   *
   * @param all whether the model that is written learns from the held-out files, too, once they have
   *     given their figures
   * @throws IllegalArgumentException when fewer than 100 titles are found
   */
  public Trained train(Path data, Path out, boolean all, long seed) throws IOException {
    TaggerCorpus corpus = TaggerCorpus.read(data);
    var held = new SharedTriples(corpus.heldOut().stream().map(TaggedText::text).toList());
    List<TaggedText> apart =
        corpus.namesOnly().stream().filter(t -> !held.matches(t.text())).toList();
    TaggerModel model = train(corpus.complete(), apart, corpus.prose(), seed);
    var figures = new ArrayList<Figures>();
    if (!corpus.heldOut().isEmpty()) {
      var unlike =
          new SharedTriples(corpus.complete().stream().map(TaggedText::text).toList());
      figures.add(figures("all", model, corpus.heldOut()));
      figures.add(figures(
          "unlike any taught",
          model,
          corpus.heldOut().stream().filter(t -> !unlike.matches(t.text())).toList()));
    }
    if (all) {
      model = train(
          Stream.concat(corpus.complete().stream(), corpus.heldOut().stream()).toList(),
          corpus.namesOnly(),
          corpus.prose(),
          seed);
    }
    try (OutputStream stream = Files.newOutputStream(out)) {
      model.write(stream);
    }
    return new Trained(
        model,
        corpus.complete().size(),
        corpus.heldOut().size(),
        corpus.namesOnly().size(),
        corpus.prose().size(),
        figures);
  }

  private Figures figures(String name, TaggerModel model, List<TaggedText> texts) {
    int[] right = new int[2];
    int[] found = new int[2];
    int[] wanted = new int[2];
    for (TaggedText text : texts) {
      TaggerInput input = reader.read(text.text());
      wanted[0] += text.brands().size();
      wanted[1] += text.products().size();
      for (TaggedName tagged : model.tag(input)) {
        int kind = tagged.type() == NameType.BRAND ? 0 : 1;
        Span span = input.text().span(tagged.start(), tagged.end());
        found[kind]++;
        right[kind] += (kind == 0 ? text.brands() : text.products()).contains(span) ? 1 : 0;
      }
    }
    return new Figures(
        name, texts.size(), f1(right[0], found[0], wanted[0]), f1(right[1], found[1], wanted[1]));
  }

  private static double f1(int right, int found, int wanted) {
    return found + wanted == 0 ? 0 : 2.0 * right / (found + wanted);
  }

  /**
   * Trains from texts; equal ones count once.
   *
   * @param complete titles in which models and other names are tagged too
   * @param namesOnly texts in which only brands and products are tagged
   * @param prose texts that are no titles
   * @throws IllegalArgumentException when fewer than 100 titles are given
   */
  public TaggerModel train(
      List<TaggedText> complete, List<TaggedText> namesOnly, List<String> prose, long seed) {
    List<TaggedTitle> titles = titles(complete);
    List<TaggedTitle> others = titles(namesOnly);
    if (titles.size() < 100) {
      throw new IllegalArgumentException(
          "data: at least 100 tagged titles are required, got " + titles.size());
    }
    List<ChainExample> examples = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      NameTable table =
          NameCounts.table(titles.stream().filter(t -> t.fold() != held).toList(), others);
      titles.stream().filter(t -> t.fold() == held).forEach(t -> examples.add(example(t, table)));
    }
    float[] weights = new float[Tags.COUNT << settings.bits()];
    float[] transitions = new float[(Tags.COUNT + 1) * Tags.COUNT];
    for (int model = 0; model < settings.models(); model++) {
      var fit = new ChainFit(
          new ChainFit.Settings(
              settings.bits(), settings.epochs(), settings.rate(), settings.dropout()),
          seed + model);
      fit.fit(examples);
      add(fit.weights(), weights);
      add(fit.transitions(), transitions);
    }
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      if (Tags.begins(tag)) {
        float bonus = switch (Tags.type(tag)) {
          case BRAND -> settings.brandBonus();
          case PRODUCT -> settings.productBonus();
          case OTHER -> 0;
        };
        for (int before = 0; before <= Tags.COUNT; before++) {
          boolean closed = before == Tags.COUNT || Tags.ends(before);
          transitions[before * Tags.COUNT + tag] += closed ? bonus : 0;
        }
      }
    }
    return TaggerModel.of(
        settings.bits(),
        weights,
        transitions,
        NameCounts.table(titles, others),
        sense(titles, others, prose, seed));
  }

  private TitleSense sense(
      List<TaggedTitle> titles, List<TaggedTitle> others, List<String> prose, long seed) {
    return TitleSense.of(
        Stream.concat(titles.stream(), others.stream())
            .map(t -> characters(t.input()))
            .toList(),
        prose.stream().map(reader::read).map(TaggerTrainer::characters).toList(),
        seed);
  }

  private static char[] characters(TaggerInput input) {
    return Arrays.copyOf(input.text().chars(), input.length());
  }

  private void add(float[] part, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += part[i] / settings.models();
    }
  }

  private List<TaggedTitle> titles(List<TaggedText> texts) {
    Map<String, TaggedText> once = new LinkedHashMap<>();
    texts.forEach(t -> once.putIfAbsent(t.text(), t));
    return once.values().stream().map(this::title).toList();
  }

  private TaggedTitle title(TaggedText text) {
    TaggerInput input = reader.read(text.text());
    byte[] tags = new byte[input.length()];
    var names = new ArrayList<TaggedTitle.Name>();
    for (TaggedText.Tag tag : text.tags()) {
      NormalText normal = input.text();
      int from = normal.positionOf(tag.span().start());
      int to = Math.min(normal.positionOf(tag.span().end()), input.length());
      if (from < to) {
        NameType type = type(tag);
        Tags.write(tags, from, to, type);
        names.add(new TaggedTitle.Name(normal.substring(from, to), type));
      }
    }
    int hash = text.text().hashCode() * 0x9E3779B1;
    return new TaggedTitle(input, tags, names, Math.floorMod(hash ^ (hash >>> 15), FOLDS));
  }

  private static NameType type(TaggedText.Tag tag) {
    if (tag.brand()) {
      return NameType.BRAND;
    }
    if (tag.product()) {
      return NameType.PRODUCT;
    }
    return NameType.OTHER;
  }

  private ChainExample example(TaggedTitle title, NameTable table) {
    CharacterFeatures features = title.input().features(settings.bits(), table);
    int[][] all = new int[title.tags().length][];
    int[] into = new int[CharacterFeatures.MOST];
    for (int i = 0; i < all.length; i++) {
      int n = features.at(i, into);
      all[i] = Arrays.copyOf(into, n);
    }
    return new ChainExample(all, title.tags());
  }
}
