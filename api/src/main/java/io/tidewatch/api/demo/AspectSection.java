package io.tidewatch.api.demo;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.AspectOpinion;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judged aspects of one brand and its products, with a quotation each. */
final class AspectSection {
  private static final int SHOWN = 6;
  private static final int DOCUMENTS = 10_000;

  private final Map<String, Votes> votes = new TreeMap<>();

  AspectSection(TrendQueries trends, String brandId, Instant asOf) {
    var page = trends.search(new SearchQuery(
        "brand:" + brandId, asOf.minus(Duration.ofDays(28)), asOf, DOCUMENTS, null));
    for (StoredDocument document : page.documents()) {
      document.annotation().aspects().stream()
          .filter(aspect -> of(aspect, document.annotation(), brandId))
          .forEach(aspect ->
              votes.computeIfAbsent(aspect.aspect(), a -> new Votes()).add(aspect, document));
    }
  }

  boolean isEmpty() {
    return votes.isEmpty();
  }

  void print(Wording wording, Map<String, String> names, PrintStream out) {
    if (votes.isEmpty()) {
      out.println(wording.say("aspects.none"));
    }
    votes.entrySet().stream()
        .sorted(Comparator.comparingInt(
                (Map.Entry<String, Votes> e) -> -e.getValue().total())
            .thenComparing(Map.Entry::getKey))
        .limit(SHOWN)
        .forEach(e -> {
          Votes v = e.getValue();
          StoredDocument example = v.example;
          if (example != null) {
            out.println(wording.say(
                "aspects.row",
                names.getOrDefault(e.getKey(), e.getKey()),
                v.positive,
                v.negative,
                Quotation.of(example.record().text()),
                example.record().key()));
          }
        });
  }

  /** Whether the aspect belongs to a mention of the brand, or to the only brand of the text. */
  private static boolean of(AspectOpinion aspect, Annotation annotation, String brandId) {
    String target = aspect.target();
    if (target != null) {
      return annotation.mentions().stream()
          .filter(m -> m.id().equals(target))
          .anyMatch(m -> brandId.equals(m.brandId()));
    }
    var brands = annotation.mentions().stream().map(Mention::brandId).collect(Collectors.toSet());
    return brands.size() == 1 || brands.isEmpty();
  }

  private static final class Votes {
    private int positive;
    private int negative;
    private @Nullable StoredDocument example;

    void add(AspectOpinion aspect, StoredDocument document) {
      if (aspect.polarity() == Polarity.POSITIVE) {
        positive++;
      } else if (aspect.polarity() == Polarity.NEGATIVE) {
        negative++;
      } else {
        return;
      }
      example = example == null ? document : example;
    }

    int total() {
      return positive + negative;
    }
  }
}
