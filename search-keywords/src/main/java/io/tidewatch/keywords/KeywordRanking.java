package io.tidewatch.keywords;

import io.tidewatch.keywords.KeywordJudge.Placed;
import io.tidewatch.keywords.answer.KeywordExplanation;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.answer.Reason;
import io.tidewatch.keywords.formula.KeywordLabel;
import io.tidewatch.keywords.query.JoinReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts cells of one table in order for a brand and writes them as rows. Immutable. */
final class KeywordRanking {
  private static final int OWNERS = 5;
  private static final Comparator<Placed> BEST = Comparator.comparing(
          Placed::label, Comparator.nullsLast(Comparator.<KeywordLabel>naturalOrder()))
      .thenComparing(Placed::score, Comparator.nullsLast(Comparator.reverseOrder()))
      .thenComparing(p -> new Weighed(p.cell(), p.worth()), Weighed.ORDER);

  private final KeywordTable table;
  private final KeywordFamilies families;
  private final KeywordJudge judge;
  private final KeywordFigures figures;
  private final Reasons reasons;
  private final OriginReasons origins;
  private final @Nullable Double margin;

  /** {@code margin}: of the brand that is asked about, above 0 and at most 1; null when unknown. */
  KeywordRanking(KeywordScope scope, Locale language, @Nullable Double margin) {
    this.table = scope.table();
    this.families = scope.families();
    this.judge = new KeywordJudge(scope.config(), table);
    this.figures = new KeywordFigures(scope.config(), table);
    this.reasons = new Reasons(scope.catalogue(), scope.config(), language);
    this.origins = new OriginReasons(scope.catalogue(), language);
    this.margin = margin;
  }

  /** Every cell of the categories (null-category cells with {@code homeless}), ranked. */
  Ranked ranked(@Nullable String brandId, Set<String> categories, boolean homeless) {
    return table.keep(new Key(brandId, Set.copyOf(categories), homeless), () -> {
      List<KeywordCell> cells = table.cells().stream()
          .filter(c -> c.category() == null ? homeless : categories.contains(c.category()))
          .toList();
      return ranked(cells, brandId);
    });
  }

  /** The cells, ranked. */
  Ranked ranked(List<KeywordCell> cells, @Nullable String brandId) {
    List<KeywordCell> sufficient = cells.stream()
        .filter(judge::sufficient)
        .map(cell -> judge.place(cell, brandId))
        .sorted(BEST)
        .map(Placed::cell)
        .toList();
    // Most words are rare: the order among those needs no quantile.
    List<KeywordCell> insufficient = cells.stream()
        .filter(cell -> !judge.sufficient(cell))
        .map(cell -> new Weighed(cell, judge.worth(cell, brandId)))
        .sorted(Weighed.ORDER)
        .map(Weighed::cell)
        .toList();
    return new Ranked(sufficient, insufficient);
  }

  /** The best {@code top} of what passes. */
  List<Judged> best(
      Ranked ranked, Predicate<KeywordCell> passes, @Nullable String brandId, int top) {
    return Stream.concat(ranked.sufficient().stream(), ranked.insufficient().stream())
        .filter(passes)
        .limit(top)
        .map(cell -> judged(cell, brandId))
        .toList();
  }

  /** One list, best first, of two such. */
  static List<Judged> merged(List<Judged> one, List<Judged> other, int top) {
    return Stream.concat(one.stream(), other.stream())
        .sorted(Comparator.comparing(Judged::placed, BEST))
        .limit(top)
        .toList();
  }

  Judged judged(KeywordCell cell, @Nullable String brandId) {
    return new Judged(cell, judge.judge(cell, brandId), judge.worth(cell, brandId));
  }

  /** One row a cell, in their order. */
  List<KeywordRow> rows(List<KeywordCell> cells, @Nullable String brandId) {
    return cells.stream()
        .map(cell -> row(cell, judge.judge(cell, brandId), List.of(), List.of()))
        .toList();
  }

  List<KeywordExplanation> explanations(List<KeywordCell> cells, @Nullable String brandId) {
    return cells.stream()
        .map(cell -> judge.judge(cell, brandId).with(figures.of(cell, brandId, margin)))
        .toList();
  }

  /** The row of a judged cell; {@code more} reasons come after its own. */
  KeywordRow row(
      KeywordCell cell,
      KeywordExplanation why,
      List<Reason> more,
      List<KeywordRow.Source> sources) {
    return row(cell, why, more, sources, false);
  }

  /** The row, saying so where {@code asked} is another spelling of its keyword. */
  KeywordRow said(KeywordRow row, String asked) {
    if (row.keyword().equals(asked)) {
      return row;
    }
    return table.families().members(row.keyword()).stream()
        .filter(member -> member.query().equals(asked))
        .findFirst()
        .map(member -> row.with(origins.spelling(
            asked, row.keyword(), member.joins().stream().map(JoinReason::label).toList())))
        .orElse(row);
  }

  /** The row of a cell that sums the words of one root. */
  KeywordRow rootRow(RootCell root, @Nullable String brandId) {
    KeywordCell cell = root.cell();
    KeywordExplanation why = judge.judge(cell, brandId);
    return row(cell, why, List.of(origins.sums(root)), List.of(), true);
  }

  private KeywordRow row(
      KeywordCell cell,
      KeywordExplanation why,
      List<Reason> more,
      List<KeywordRow.Source> sources,
      boolean sum) {
    String brandId = why.brandId();
    WordView view = WordView.of(cell.keyword(), cell.searchers(), table.families(), families);
    var said = new ArrayList<Reason>(
        sum ? reasons.ofSum(cell, why) : reasons.of(cell, why, rollUp(cell, why, view.root())));
    said.addAll(more);
    var competition = why.entropy();
    var revenue = why.revenue();
    Double ownRevenue = revenue == null ? null : revenue.RBrand();
    if (ownRevenue == null && brandId != null && cell.brandGmv().containsKey(brandId)) {
      ownRevenue = cell.brandGmv().get(brandId).doubleValue();
    }
    KeywordExplanation.Figures all = figures.of(cell, brandId, margin);
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
            sum ? null : cell.buyers(),
            cell.gmv()),
        why.score(),
        owners(cell),
        cell.basis().label(),
        said,
        all.conversion(),
        all.funnel(),
        all.ctr(),
        all.cost(),
        all.roi(),
        all.trend(),
        sources,
        null,
        null,
        table.window().to(),
        view.type(),
        view.parts(),
        view.root(),
        view.family(),
        sum ? KeywordRow.ROOT : KeywordRow.WORD);
  }

  Reasons reasons() {
    return reasons;
  }

  OriginReasons origins() {
    return origins;
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

  /** Where a word with too little data is summed: null for one with enough, and for a root. */
  private @Nullable RootCell rollUp(KeywordCell cell, KeywordExplanation why, String root) {
    return why.sufficient() || root.equals(cell.keyword())
        ? null
        : RootCells.of(table).get(root, cell);
  }

  private record Key(@Nullable String brandId, Set<String> categories, boolean homeless) {}

  /** Cells in order: those with enough data, then the rest. */
  record Ranked(List<KeywordCell> sufficient, List<KeywordCell> insufficient) {}

  /** A cell with its verdict for a brand. */
  record Judged(KeywordCell cell, KeywordExplanation why, double worth) {
    private Placed placed() {
      return new Placed(cell, why.label(), why.score(), worth);
    }
  }

  /** A cell with what orders those without a score. */
  record Weighed(KeywordCell cell, double worth) {
    private static final Comparator<Weighed> ORDER = Comparator.comparingDouble(
            (Weighed w) -> -w.worth())
        .thenComparing(w -> w.cell().searchers(), Comparator.nullsLast(Comparator.reverseOrder()))
        .thenComparing(Weighed::cell, KeywordCell.BY_NAME);
  }
}
