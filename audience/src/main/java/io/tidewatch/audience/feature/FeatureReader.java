package io.tidewatch.audience.feature;

import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link FeatureMatrix} of packed facts, one pass over the users of the base. Interest of a
 * user in a feature is Σ weight·0.5^(age/half-life), age in local days. Facts about the target brand
 * feed its own features only, or each buyer would seem to love the category for the very purchase
 * that made him a buyer. One use an instance; not thread-safe.
 */
public final class FeatureReader {
  private static final List<String> PARTS = List.of("night", "morning", "afternoon", "evening");
  private static final List<String> SEASONS = List.of("winter", "spring", "summer", "autumn");

  private final UserFacts facts;
  private final UserSet base;
  private final @Nullable BrandScope own;
  private final InterestConfig config;
  private final UserAttributes attributes;
  private final ActionWeights weights;
  private final PriceBands bands;
  private final TalkedProducts talked;
  private final int[] heads;
  private final Columns columns = new Columns();
  private final int[] newest = new int[FeatureKind.values().length];
  private final int[] seasonByDay;
  private int[] entryColumns = new int[1024];
  private float[] entryValues = new float[1024];
  private int size;

  private FeatureReader(
      UserFacts facts,
      UserSet base,
      @Nullable BrandScope own,
      InterestConfig config,
      UserAttributes attributes,
      TalkedProducts talked,
      WordFamilies families) {
    this.facts = facts;
    this.base = base;
    this.own = own;
    this.config = config;
    this.attributes = attributes;
    this.weights = new ActionWeights(config.weights(), Short.MAX_VALUE / 2);
    this.bands = PriceBands.of(facts);
    this.talked = talked;
    this.heads = WordHeads.of(facts, families);
    this.seasonByDay = seasons(facts);
    Arrays.fill(newest, -1);
  }

  /**
   * The features of the users of {@code base}.
   *
   * @param own what is the target brand itself; null without a brand
   */
  public static FeatureMatrix read(
      UserFacts facts,
      UserSet base,
      @Nullable BrandScope own,
      InterestConfig config,
      UserAttributes attributes,
      TalkedProducts talked,
      WordFamilies families) {
    return new FeatureReader(facts, base, own, config, attributes, talked, families).matrix();
  }

  private FeatureMatrix matrix() {
    var spending = SpendingPower.of(facts, bands, own, config.spendHalfLifeDays(), base::contains);
    byte[] spend = spending.spendFifths();
    byte[] orderValue = spending.orderValueFifths();
    byte[] priceRank = spending.priceRankFifths();
    int[] starts = new int[facts.users() + 1];
    for (int user = 0; user < facts.users(); user++) {
      if (base.contains(user)) {
        acts(user);
        flag(FeatureKind.SPEND, spend[user]);
        flag(FeatureKind.ORDER_VALUE, orderValue[user]);
        flag(FeatureKind.PRICE_RANK, priceRank[user]);
        for (int entry = attributes.first(user); entry < attributes.end(user); entry++) {
          int place = attributes.place(entry);
          Feature told = attributes.features().get(place);
          columns.add(columns.of(FeatureKind.ATTRIBUTE, place, told.id()), 1);
        }
        flush();
      }
      starts[user + 1] = size;
    }
    newest[FeatureKind.ATTRIBUTE.place()] = attributes.newest();
    return new FeatureMatrix(
        base,
        columns.features(),
        starts,
        Arrays.copyOf(entryColumns, size),
        Arrays.copyOf(entryValues, size),
        carried(),
        newest);
  }

  private void acts(int user) {
    double all = 0;
    double channelled = 0;
    double[] parts = new double[PARTS.size()];
    double[] seasons = new double[SEASONS.size()];
    var channels = new double[facts.channels().size()];
    for (int fact = facts.first(user); fact < facts.end(user); fact++) {
      Action action = facts.action(fact);
      double weight = weights.of(action, facts.day(fact));
      if (weight == 0 || (action == Action.ORDER && !facts.isKeptOrder(fact))) {
        continue;
      }
      interests(fact, weight);
      double plain = weights.of(action, 0);
      parts[facts.hour(fact) / 6] += plain;
      seasons[seasonByDay[Math.max(0, facts.day(fact))]] += plain;
      all += plain;
      if (facts.channel(fact) != Names.NONE) {
        channels[facts.channel(fact)] += plain;
        channelled += plain;
        seen(FeatureKind.CHANNEL, fact);
      }
      seen(FeatureKind.HOUR, fact);
      seen(FeatureKind.SEASON, fact);
      if (action == Action.ORDER && (own == null || !own.isOf(facts, fact))) {
        seen(FeatureKind.SPEND, fact);
        seen(FeatureKind.ORDER_VALUE, fact);
        seen(FeatureKind.PRICE_RANK, fact);
      }
    }
    shares(FeatureKind.HOUR, PARTS, parts, all);
    shares(FeatureKind.SEASON, SEASONS, seasons, all);
    for (int channel = 0; channel < channels.length && channelled > 0; channel++) {
      if (channels[channel] > 0) {
        columns.add(
            columns.of(FeatureKind.CHANNEL, channel, facts.channels().name(channel)),
            channels[channel] / channelled);
      }
    }
  }

  private void interests(int fact, double weight) {
    boolean others = own == null || !own.concerns(facts, fact);
    int category = facts.category(fact);
    if (category != Names.NONE && others) {
      add(FeatureKind.CATEGORY, category, facts.categories(), fact, weight);
    }
    if (facts.brand(fact) != Names.NONE) {
      add(FeatureKind.BRAND, facts.brand(fact), facts.brands(), fact, weight);
    }
    int product = facts.product(fact);
    if (product != Names.NONE) {
      add(FeatureKind.PRODUCT, product, facts.products(), fact, weight);
      int band = bands.band(product);
      if (band > 0 && others) {
        add(FeatureKind.PRICE_BAND, band, Integer::toString, fact, weight);
      }
      if (others) {
        talk(product, fact, weight);
      }
    }
    if (facts.keyword(fact) != Names.NONE) {
      add(FeatureKind.KEYWORD, heads[facts.keyword(fact)], facts.keywords(), fact, weight);
    }
  }

  private void talk(int product, int fact, double weight) {
    for (int aspect : talked.aspects(product)) {
      add(FeatureKind.ASPECT, aspect, talked::aspect, fact, weight);
    }
    for (int topic : talked.topics(product)) {
      add(FeatureKind.TOPIC, topic, talked::topic, fact, weight);
    }
    int level = talked.level(product);
    if (level > 0) {
      add(FeatureKind.SOCIAL, level, Integer::toString, fact, weight);
    }
  }

  private void add(FeatureKind kind, int number, Names names, int fact, double weight) {
    add(kind, number, names::name, fact, weight);
  }

  private void add(FeatureKind kind, int number, IntFunction<String> id, int fact, double weight) {
    int column = columns.known(kind, number);
    if (column == Names.NONE) {
      column = columns.of(kind, number, id.apply(number));
    }
    columns.add(column, weight);
    seen(kind, fact);
  }

  private void seen(FeatureKind kind, int fact) {
    int known = newest[kind.place()];
    newest[kind.place()] = known < 0 ? facts.age(fact) : Math.min(known, facts.age(fact));
  }

  private void shares(FeatureKind kind, List<String> ids, double[] parts, double all) {
    for (int i = 0; i < parts.length && all > 0; i++) {
      if (parts[i] > 0) {
        columns.add(columns.of(kind, i, ids.get(i)), parts[i] / all);
      }
    }
  }

  private void flag(FeatureKind kind, byte fifth) {
    if (fifth > 0) {
      columns.add(columns.of(kind, fifth, Integer.toString(fifth)), 1);
    }
  }

  private void flush() {
    int count = columns.count();
    if (size + count > entryColumns.length) {
      int room = Math.max(size + count, entryColumns.length + entryColumns.length / 2);
      entryColumns = Arrays.copyOf(entryColumns, room);
      entryValues = Arrays.copyOf(entryValues, room);
    }
    int[] sorted = columns.sorted();
    for (int i = 0; i < count; i++) {
      entryColumns[size] = sorted[i];
      entryValues[size++] = (float) columns.sum(sorted[i]);
    }
    columns.clear();
  }

  private float[] carried() {
    List<Feature> features = columns.features();
    float[] carried = new float[features.size()];
    for (int column = 0; column < carried.length; column++) {
      carried[column] = (float)
          switch (features.get(column).kind().measure()) {
            case INTEREST -> config.carries();
            case SHARE -> config.carriesShare();
            case FLAG -> 1.0;
          };
    }
    return carried;
  }

  private static int[] seasons(UserFacts facts) {
    var today = facts.asOf().minusNanos(1).atZone(facts.zone()).toLocalDate();
    int oldest = 0;
    for (int fact = 0; fact < facts.size(); fact++) {
      oldest = Math.max(oldest, facts.day(fact));
    }
    int[] seasons = new int[oldest + 1];
    for (int day = 0; day <= oldest; day++) {
      seasons[day] = today.minusDays(day).getMonthValue() % 12 / 3;
    }
    return seasons;
  }
}
