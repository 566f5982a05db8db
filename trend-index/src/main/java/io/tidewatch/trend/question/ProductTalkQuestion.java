package io.tidewatch.trend.question;

import io.tidewatch.model.annotation.AspectOpinion;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Resolution;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.ProductTalk;
import io.tidewatch.trend.DocumentKeys;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Selection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is said of products, in one pass over the documents that name or review any. */
final class ProductTalkQuestion {
  private final Counting counting;
  private final Catalogue catalogue;
  private final Judgements judgements;
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Map<String, Boolean> topics = new HashMap<>();

  private static final class Tally {
    private final Set<String> authors = new HashSet<>();
    private final Map<String, Set<String>> praised = new HashMap<>();
    private final Map<String, Set<String>> faulted = new HashMap<>();
    private final Map<String, Set<String>> hashtags = new HashMap<>();
    private long documents;
  }

  ProductTalkQuestion(Counting counting, Catalogue catalogue) {
    this.counting = counting;
    this.catalogue = catalogue;
    this.judgements = new Judgements(catalogue);
  }

  List<ProductTalk> answer(EngineView view, Selection matching) {
    var naming = new Selection(
        new Expression.And(List.of(matching.expression(), new Expression.Exists(Field.PRODUCT))),
        matching.from(),
        matching.to());
    DocumentStream.each(view, naming.counted(counting), this::read);
    return tallies.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
  }

  private void read(Live live) {
    DocumentKeys keys = DocumentKeys.of(live.record(), live.annotation(), catalogue);
    String author = live.record().unitKey();
    for (String product : keys.products()) {
      Tally tally = tallies.computeIfAbsent(product, p -> new Tally());
      tally.documents++;
      tally.authors.add(author);
      keys.hashtags().stream()
          .filter(hashtag -> topics.computeIfAbsent(hashtag, this::isTopic))
          .forEach(hashtag -> add(tally.hashtags, hashtag, author));
      for (AspectOpinion aspect : live.annotation().aspects()) {
        boolean good = aspect.polarity() == Polarity.POSITIVE;
        if ((good || aspect.polarity() == Polarity.NEGATIVE)
            && judgements.isAbout(product, aspect, live)) {
          add(good ? tally.praised : tally.faulted, Catalogue.fold(aspect.aspect()), author);
        }
      }
    }
  }

  /** Names of brands and products say nothing new of a product. */
  private boolean isTopic(String hashtag) {
    return catalogue.resolve(hashtag, null) instanceof Resolution.Unknown;
  }

  private static void add(Map<String, Set<String>> authors, String key, String author) {
    authors.computeIfAbsent(key, k -> new HashSet<>()).add(author);
  }

  private static ProductTalk row(String product, Tally tally) {
    return new ProductTalk(
        product,
        tally.documents,
        tally.authors.size(),
        sizes(tally.praised),
        sizes(tally.faulted),
        sizes(tally.hashtags));
  }

  private static Map<String, Long> sizes(Map<String, Set<String>> authors) {
    return authors.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> (long) e.getValue().size()));
  }
}
