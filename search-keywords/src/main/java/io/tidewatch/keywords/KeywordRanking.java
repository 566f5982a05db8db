package io.tidewatch.keywords;

import io.tidewatch.model.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts cells of one table in order for a brand and writes them as rows. Immutable. */
final class KeywordRanking {
  private static final int OWNERS = 5;
  private static final Comparator<KeywordExplanation> BY_LABEL_AND_SCORE = Comparator.comparing(
          KeywordExplanation::label, Comparator.nullsLast(Comparator.naturalOrder()))
      .thenComparing(KeywordExplanation::score, Comparator.nullsLast(Comparator.reverseOrder()));

  private final KeywordTable table;
  private final KeywordJudge judge;
  private final Reasons reasons;

  KeywordRanking(KeywordTable table, Catalogue catalogue, KeywordConfig config, Locale language) {
    this.table = table;
    this.judge = new KeywordJudge(config, table);
    this.reasons = new Reasons(catalogue, config, language);
  }

  /** The best {@code top} rows for a brand; {@code seed} adds why a row is near it. */
  List<KeywordRow> best(List<KeywordCell> cells, String brandId, int top, Optional<Seed> seed) {
    Stream<Judged> sufficient = cells.stream()
        .filter(judge::sufficient)
        .map(cell -> new Judged(cell, judge.judge(cell, brandId)))
        .sorted(
            Comparator.comparing(Judged::why, BY_LABEL_AND_SCORE).thenComparing(byWorth(brandId)));
    // Most words are rare: the order among those needs no quantile.
    Stream<Judged> insufficient = cells.stream()
        .filter(cell -> !judge.sufficient(cell))
        .map(cell -> new Weighed(cell, judge.worth(cell, brandId)))
        .sorted(BY_WORTH)
        .limit(top)
        .map(weighed -> new Judged(weighed.cell(), judge.judge(weighed.cell(), brandId)));
    return Stream.concat(sufficient, insufficient)
        .limit(top)
        .map(judged -> row(judged.cell(), judged.why(), seed))
        .toList();
  }

  /** One row a cell, in their order. */
  List<KeywordRow> rows(List<KeywordCell> cells, @Nullable String brandId) {
    return cells.stream()
        .map(cell -> row(cell, judge.judge(cell, brandId), Optional.empty()))
        .toList();
  }

  List<KeywordExplanation> explanations(List<KeywordCell> cells, @Nullable String brandId) {
    return cells.stream().map(cell -> judge.judge(cell, brandId)).toList();
  }

  private KeywordRow row(KeywordCell cell, KeywordExplanation why, Optional<Seed> seed) {
    String brandId = why.brandId();
    var said = new ArrayList<Reason>(reasons.of(cell, why, root(cell, why)));
    seed.flatMap(s -> s.reason(cell, reasons)).ifPresent(said::add);
    var competition = why.entropy();
    var revenue = why.revenue();
    Double ownRevenue = revenue == null ? null : revenue.RBrand();
    if (ownRevenue == null && brandId != null && cell.brandGmv().containsKey(brandId)) {
      ownRevenue = cell.brandGmv().get(brandId).doubleValue();
    }
    return new KeywordRow(
        cell.keyword(),
        brandId,
        cell.category(),
        why.label(),
        competition == null ? null : competition.E(),
        competition == null ? null : competition.nEff(),
        competition == null ? null : competition.hhi(),
        revenue == null ? null : Double.valueOf(revenue.R()),
        ownRevenue,
        why.advantage() == null ? null : why.advantage().A(),
        new KeywordRow.Counts(
            cell.searchers(),
            cell.orders(),
            brandId == null ? null : cell.brandOrders(brandId),
            cell.buyers(),
            cell.gmv()),
        why.score(),
        owners(cell),
        cell.basis().label(),
        said);
  }

  private static List<KeywordRow.Owner> owners(KeywordCell cell) {
    Long orders = cell.orders();
    if (orders == null || orders == 0) {
      return List.of();
    }
    return cell.ordersByBrand().entrySet().stream()
        .filter(e -> e.getValue() > 0)
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(OWNERS)
        .map(e -> new KeywordRow.Owner(e.getKey(), (double) e.getValue() / orders))
        .toList();
  }

  /** The longest word with enough data in the same category that this word contains. */
  private @Nullable String root(KeywordCell cell, KeywordExplanation why) {
    if (why.sufficient()) {
      return null;
    }
    return table.cells().stream()
        .filter(c -> c.category() == null || c.category().equals(cell.category()))
        .filter(judge::sufficient)
        .map(KeywordCell::keyword)
        .filter(word -> !word.equals(cell.keyword()) && cell.keyword().contains(word))
        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()))
        .orElse(null);
  }

  private Comparator<Judged> byWorth(String brandId) {
    return Comparator.comparing(
        judged -> new Weighed(judged.cell(), judge.worth(judged.cell(), brandId)), BY_WORTH);
  }

  private static final Comparator<Weighed> BY_WORTH = Comparator.comparingDouble(
          (Weighed w) -> -w.worth())
      .thenComparing(w -> w.cell().searchers(), Comparator.nullsLast(Comparator.reverseOrder()))
      .thenComparing(Weighed::cell, KeywordCell.BY_NAME);

  private record Judged(KeywordCell cell, KeywordExplanation why) {}

  private record Weighed(KeywordCell cell, double worth) {}
}
