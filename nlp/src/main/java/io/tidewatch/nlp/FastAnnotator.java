package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.AspectOpinion;
import io.tidewatch.model.annotation.DocumentAnnotator;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Lane;
import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.annotation.TargetAnnotator;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.nlp.intent.IntentModel;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.tagger.TaggerModel;
import io.tidewatch.nlp.target.TargetModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The fast lane: annotates every document inline, by dictionaries, rules and one linear classifier.
 * Built for one catalogue snapshot; immutable and safe from any thread. It never throws on a text. Of a text longer than
 * 10,000 normalised characters the names are found everywhere, opinions, aspects and terms in the
 * first 10,000.
 */
public final class FastAnnotator implements DocumentAnnotator, TargetAnnotator {
  private final Catalogue catalogue;
  private final FastReader reader;
  private final AspectReader aspects = new AspectReader();
  private final ComparisonReader comparisons;
  private final IntentReader intents;
  private final TextHasher hasher = new TextHasher();
  private final DocumentSentiment sentiment;
  private final TargetSentiment targets;
  private final Terms terms;
  private final UnlinkedNames unlinked;
  private final String modelVersion;
  private final String dictionaryVersion;

  /** An annotator with the model that ships. */
  public FastAnnotator(Catalogue catalogue, Lexicons lexicons) {
    this(catalogue, lexicons, SentimentModel.shipped());
  }

  /** An annotator with its own sentiment model. */
  public FastAnnotator(Catalogue catalogue, Lexicons lexicons, SentimentModel model) {
    this(catalogue, lexicons, model, TaggerModel.shipped());
  }

  /** An annotator with its own models. */
  public FastAnnotator(
      Catalogue catalogue, Lexicons lexicons, SentimentModel model, TaggerModel tagger) {
    this.catalogue = catalogue;
    unlinked = new UnlinkedNames(tagger);
    IntentModel purpose = IntentModel.shipped();
    intents = new IntentReader(purpose);
    modelVersion = model.version() + "+" + tagger.version() + "+" + purpose.version();
    reader = new FastReader(catalogue, lexicons);
    comparisons = new ComparisonReader(lexicons.comparisons(), reader.normalizer());
    sentiment = new DocumentSentiment(model);
    targets = new TargetSentiment(model, TargetModel.shipped());
    terms =
        new Terms(reader.segmenter(), new PromotedWords(catalogue.words(), reader.normalizer()));
    dictionaryVersion = catalogue.version() + "-" + digest(lexicons);
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public Annotation annotate(String text, Hints hints) {
    Reading reading = reader.read(text, hints);
    List<AspectDraft> drafts = aspects.read(reading, categories(reading, hints));
    var compared = comparisons.read(reading);
    double[] scores = NamePolarities.of(reading, drafts, compared);
    var verdict = DocumentSentiment.verdict(reading);
    var intent = intents.read(reading, hints, verdict);
    Sentiment whole = sentiment.judge(reading, verdict, intent.intent());
    var mentions = new MentionList(reading, unlinked.find(reading), scores, whole, intent.intent());
    return new Annotation(
        Lane.FAST,
        dictionaryVersion,
        modelVersion,
        intent.intent(),
        intent.confidence(),
        whole,
        mentions.all(),
        aspects(reading, drafts, mentions),
        reading.text().hashtags(),
        reading.text().repostChain(),
        terms.of(reading),
        hasher.sign(reading.text()),
        DeepWish.of(reading),
        SpamReader.read(reading, intent.intent(), hints.reach()),
        null);
  }

  /** {@inheritDoc} */
  @Override
  public List<TargetOpinion> judge(String text, List<Span> wanted) {
    for (Span target : wanted) {
      if (target.end() > text.length()) {
        throw new IllegalArgumentException("target: a span inside the text of "
            + text.length()
            + " characters is required, got ["
            + target.start()
            + ", "
            + target.end()
            + ")");
      }
    }
    return targets.judge(reader.read(text, Hints.NONE), wanted);
  }

  private Set<String> categories(Reading reading, Hints hints) {
    if (hints.categoryId() == null
        && hints.productId() == null
        && reading.names().isEmpty()) {
      return Set.of();
    }
    var ids = new HashSet<String>();
    if (hints.categoryId() != null) {
      ids.add(hints.categoryId());
    }
    catalogue.product(hints.productId()).map(Product::categoryId).ifPresent(ids::add);
    if (ids.isEmpty()) {
      for (Linked name : reading.names()) {
        ids.addAll(name.entity().categories());
      }
    }
    for (String id : List.copyOf(ids)) {
      catalogue.category(id).ifPresent(c -> {
        if (c.parent() != null) {
          ids.add(c.parent());
        }
      });
    }
    return ids;
  }

  private static List<AspectOpinion> aspects(
      Reading reading, List<AspectDraft> drafts, MentionList mentions) {
    var out = new ArrayList<AspectOpinion>(drafts.size());
    for (AspectDraft draft : drafts) {
      out.add(new AspectOpinion(
          reading.text().span(draft.start(), draft.end()),
          draft.aspect(),
          reading.text().span(draft.opinionStart(), draft.opinionEnd()),
          NamePolarities.polarity(draft.score()),
          draft.score(),
          draft.target() < 0 ? null : mentions.idOf(draft.target())));
    }
    return out;
  }

  private static String digest(Lexicons lexicons) {
    CRC32 crc = new CRC32();
    var parts = new ArrayList<String>();
    new java.util.TreeMap<>(lexicons.sentiment()).forEach((w, s) -> parts.add(w + s));
    new java.util.TreeMap<>(lexicons.degrees()).forEach((w, s) -> parts.add(w + s));
    new java.util.TreeMap<>(lexicons.emoticons()).forEach((w, s) -> parts.add(w + s));
    parts.add(lexicons.negations().toString());
    parts.add(lexicons.slang().toString());
    parts.add(lexicons.aspects().toString());
    parts.add(lexicons.implicit().toString());
    parts.add(lexicons.opinions().toString());
    parts.add(lexicons.intents().toString());
    parts.add(lexicons.spam().toString());
    parts.add(lexicons.tones().toString());
    parts.add(lexicons.comparisons().toString());
    parts.forEach(part -> crc.update(part.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
