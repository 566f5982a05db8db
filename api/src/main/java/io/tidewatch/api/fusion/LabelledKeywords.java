package io.tidewatch.api.fusion;

import io.tidewatch.audience.direction.BrandKeyword;
import io.tidewatch.audience.direction.BrandKeywords;
import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.keywords.KeywordQuery;
import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.formula.Interval;
import io.tidewatch.keywords.formula.KeywordLabel;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Keywords as audiences need them: what the keyword room recommends to a brand, with spellings. */
public final class LabelledKeywords implements BrandKeywords {
  private static final int MOST = 1000;

  private final Supplier<KeywordDesk> desk;

  public LabelledKeywords(Supplier<KeywordDesk> desk) {
    this.desk = desk;
  }

  @Override
  public List<BrandKeyword> of(String brandId, Instant asOf) {
    var query = new KeywordQuery(
        brandId, null, null, Set.of(), MOST, new Span(asOf, null), null, Locale.CHINESE);
    return desk.get().recommend(query).stream().map(LabelledKeywords::keyword).toList();
  }

  private static BrandKeyword keyword(KeywordRow row) {
    KeywordLabel label = row.label();
    Interval advantage = row.A();
    return new BrandKeyword(
        row.keyword(),
        Stream.concat(
                Stream.of(row.keyword()),
                row.family().members().stream().map(KeywordRow.Member::keyword))
            .distinct()
            .toList(),
        label == null ? KeywordLabel.INSUFFICIENT.name() : label.name(),
        row.E(),
        row.R(),
        advantage == null ? null : Double.valueOf(advantage.lo()),
        row.score());
  }
}
