package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.CredibilityPrior;
import io.tidewatch.keywords.formula.Examination;
import io.tidewatch.keywords.formula.Halves;
import io.tidewatch.keywords.formula.KeywordTrend;
import io.tidewatch.keywords.formula.Met;
import io.tidewatch.keywords.formula.ScoreModel;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a table as {@link KeywordTableDecoder} reads it. */
final class KeywordTableEncoder {
  private final DataOutputStream out;

  KeywordTableEncoder(DataOutputStream out) {
    this.out = out;
  }

  /** Writes one part. */
  private interface Part<T> {
    void write(T value) throws IOException;
  }

  void table(KeywordTable table) throws IOException {
    instant(table.window().from());
    instant(table.window().to());
    out.writeUTF(table.window().zone().getId());
    all(table.cells(), this::cell);
    all(table.figures().entrySet(), byBasis -> {
      out.writeUTF(byBasis.getKey().name());
      all(byBasis.getValue().entrySet(), byCategory -> {
        out.writeUTF(byCategory.getKey());
        figures(byCategory.getValue());
      });
    });
    all(table.items().entrySet(), item -> {
      out.writeUTF(item.getKey().productId());
      out.writeUTF(item.getKey().brandId());
      out.writeUTF(item.getKey().category());
      out.writeLong(item.getValue().total());
      money(item.getValue().gmv());
      out.writeLong(item.getValue().foreign());
    });
    examination(table.examination());
    relations(table.relations());
    model(table.model());
    instant(table.fittedAt());
    families(table.families());
  }

  private void families(FamilyMap families) throws IOException {
    all(families.families(), family -> {
      out.writeUTF(family.name());
      out.writeUTF(family.root());
      out.writeLong(family.count());
      all(family.members(), member -> {
        out.writeUTF(member.query());
        out.writeLong(member.count());
        all(member.joins(), join -> out.writeUTF(join.name()));
      });
    });
    all(families.roots().entrySet(), e -> {
      out.writeUTF(e.getKey());
      out.writeUTF(e.getValue());
    });
  }

  private void cell(KeywordCell cell) throws IOException {
    out.writeUTF(cell.keyword());
    text(cell.category());
    out.writeUTF(cell.basis().name());
    whole(cell.searchers());
    out.writeDouble(cell.part());
    counts(cell.ordersByBrand());
    whole(cell.orders());
    whole(cell.buyers());
    money(cell.gmv());
    number(cell.winsorised());
    out.writeDouble(cell.squares());
    out.writeLong(cell.foreign());
    out.writeBoolean(cell.complete());
    all(cell.brandGmv().entrySet(), e -> {
      out.writeUTF(e.getKey());
      money(e.getValue());
    });
    KeywordTrend.Explanation trend = cell.trend();
    out.writeLong(trend.before());
    out.writeLong(trend.after());
    out.writeDouble(trend.prior());
    out.writeBoolean(trend.observed());
    out.writeDouble(trend.trend());
    met(cell.meetings().all());
    all(cell.meetings().byBrand().entrySet(), e -> {
      out.writeUTF(e.getKey());
      met(e.getValue());
    });
    out.writeBoolean(cell.meetings().complete());
    Halves halves = cell.halves();
    out.writeBoolean(halves != null);
    if (halves != null) {
      half(halves.before());
      half(halves.after());
    }
    all(cell.spend().entrySet(), e -> {
      out.writeUTF(e.getKey());
      money(e.getValue().amount());
      whole(e.getValue().clicks());
      whole(e.getValue().exposures());
      out.writeUTF(e.getValue().source());
    });
  }

  private void met(Met met) throws IOException {
    whole(met.impressions());
    whole(met.clicks());
    whole(met.carts());
    out.writeLong(met.impressionsBefore());
    out.writeLong(met.clicksBefore());
    out.writeDouble(met.examined());
    out.writeLong(met.examinedClicks());
  }

  private void half(Halves.Half half) throws IOException {
    counts(half.byBrand());
    out.writeLong(half.buyers());
    out.writeDouble(half.gmv());
    out.writeDouble(half.squares());
  }

  private void figures(CategoryFigures figures) throws IOException {
    counts(figures.ordersByBrand());
    out.writeLong(figures.orders());
    prior(figures.revenue());
    prior(figures.conversion());
  }

  private void prior(CredibilityPrior prior) throws IOException {
    out.writeDouble(prior.mean());
    out.writeDouble(prior.weight());
  }

  private void examination(Examination examination) throws IOException {
    all(examination.places().entrySet(), e -> {
      Examination.Place place = e.getValue();
      out.writeInt(e.getKey());
      out.writeDouble(place.examination().lo());
      out.writeDouble(place.examination().mid());
      out.writeDouble(place.examination().hi());
      out.writeLong(place.shown());
      out.writeLong(place.clicks());
    });
    out.writeInt(examination.items());
    out.writeLong(examination.clicks());
    out.writeBoolean(examination.converged());
  }

  private void relations(KeywordRelations relations) throws IOException {
    neighbours(relations.coSearch());
    neighbours(relations.coClick());
    neighbours(relations.orderPaths());
    out.writeLong(relations.skippedUsers());
  }

  private void neighbours(Map<String, List<KeywordRelations.Neighbour>> byWord) throws IOException {
    all(byWord.entrySet(), e -> {
      out.writeUTF(e.getKey());
      all(e.getValue(), near -> {
        out.writeUTF(near.word());
        out.writeDouble(near.strength());
        out.writeLong(near.count());
      });
    });
  }

  private void model(ScoreModel model) throws IOException {
    for (double beta : model.coefficients()) {
      out.writeDouble(beta);
    }
    out.writeBoolean(model.fitted());
    out.writeInt(model.pairs());
    out.writeLong(model.trials());
    out.writeLong(model.conversions());
  }

  private void counts(Map<String, Long> counts) throws IOException {
    all(counts.entrySet(), e -> {
      out.writeUTF(e.getKey());
      out.writeLong(e.getValue());
    });
  }

  private <T> void all(Collection<T> values, Part<T> part) throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      part.write(value);
    }
  }

  private void instant(Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private void text(@Nullable String value) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeUTF(value);
    }
  }

  private void whole(@Nullable Long value) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeLong(value);
    }
  }

  private void number(@Nullable Double value) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeDouble(value);
    }
  }

  private void money(@Nullable BigDecimal value) throws IOException {
    text(value == null ? null : value.toString());
  }
}
