package io.tidewatch.audience;

import io.tidewatch.audience.FeatureTable.Weighed;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a target audience cares about and who is like it. Reads no fact at or after T;
 * without T that is just after the newest event. The base population are the users with any fact in
 * the 90 days before T; members of the target who are not in it are counted and left out. Safe from
 * any thread.
 */
public final class AudienceDesk {
  private static final int MAX_SIZE = 1_000_000;

  private final BehaviorStore store;
  private final CatalogueStore catalogues;
  private final AudienceConfig config;

  public AudienceDesk(BehaviorStore store, CatalogueStore catalogues, AudienceConfig config) {
    this.store = store;
    this.catalogues = catalogues;
    this.config = config;
  }

  /** Names of the directions that {@link #expand} knows. */
  public static List<String> directions() {
    return List.of(InterestDirection.NAME);
  }

  /**
   * The features of a target audience with their weight against the base. Empty when nobody was
   * active before T.
   *
   * @param asOf T; null for just after the newest event
   * @param lang of texts and names: English for English, else Chinese
   * @throws NoAudienceException when the target has fewer than k = 20 users in the base, because a
   *     smaller group would show persons
   * @throws IllegalArgumentException for an unknown brand
   */
  public Features features(Target target, @Nullable Instant asOf, Locale lang) {
    Catalogue catalogue = catalogues.current();
    var wording = new Wording(catalogue, lang);
    Optional<Audience> found = audience(target, asOf, catalogue, wording);
    if (found.isEmpty()) {
      return new Features(Optional.empty(), List.of());
    }
    Audience audience = found.get();
    if (audience.population().target() < config.minUsers()) {
      throw new NoAudienceException("audience: a feature table needs at least "
          + config.minUsers()
          + " users in the target, got "
          + audience.population().target()
          + " ("
          + audience.population().rule()
          + ")");
    }
    return new Features(
        Optional.of(audience.population()),
        new FeatureTable(config, wording)
            .weigh(audience).stream().map(Weighed::row).toList());
  }

  /**
   * Users of the base like the target, who do not belong to it, best first, ties by user id; only
   * such as share a kept feature. Where no feature passes the tests those that lean towards the
   * target are used, and every row says so. Empty when nobody was active before T.
   *
   * @param asOf T; null for just after the newest event
   * @param size rows at most, 1 to 1,000,000
   * @param directions names out of {@link #directions}; empty takes all of them
   * @param lang of texts: English for English, else Chinese
   * @throws NoAudienceException when nobody in the base belongs to the target
   * @throws IllegalArgumentException for an unknown brand or direction, or a {@code size} out of
   *     range
   */
  public Expansion expand(
      Target target, @Nullable Instant asOf, int size, Collection<String> directions, Locale lang) {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "size: a number from 1 to " + MAX_SIZE + " is required, got " + size);
    }
    for (String direction : directions) {
      if (!directions().contains(direction)) {
        throw new IllegalArgumentException("directions: one of "
            + String.join(", ", directions())
            + " is required, got "
            + direction);
      }
    }
    Catalogue catalogue = catalogues.current();
    var wording = new Wording(catalogue, lang);
    Optional<Audience> found = audience(target, asOf, catalogue, wording);
    if (found.isEmpty()) {
      return new Expansion(Optional.empty(), List.of(), List.of());
    }
    Audience audience = found.get();
    List<Weighed> all = new FeatureTable(config, wording).weigh(audience);
    var notes = new ArrayList<Reason>();
    if (audience.population().rule().equals("engaged")) {
      notes.add(Reason.of("few-buyers", audience.population().text()));
    }
    List<Weighed> used = all.stream().filter(f -> f.row().kept()).toList();
    if (used.isEmpty()) {
      used = all.stream().filter(AudienceDesk::leans).toList();
      notes.add(Reason.of(
          "unproven-features",
          wording.say(
              "没有特征通过检验,依据的是倾向性特征,仅供参考",
              "No feature passed the tests; scored by features that merely lean this way")));
    }
    return new Expansion(
        Optional.of(audience.population()),
        used.stream().map(Weighed::row).toList(),
        new InterestDirection(config, wording).expand(audience, used, size, notes));
  }

  private static boolean leans(Weighed feature) {
    Reason reason = feature.row().reason();
    return feature.delta() > 0 && (reason == null || !reason.code().equals("own-feature"));
  }

  /** Empty when nobody was active. */
  private Optional<Audience> audience(
      Target target, @Nullable Instant asOf, Catalogue catalogue, Wording wording) {
    if (target instanceof Target.OfBrand brand
        && catalogue.brand(brand.brandId()).isEmpty()) {
      throw new IllegalArgumentException(
          "brand: an id of the catalogue is required, got " + brand.brandId());
    }
    Optional<Instant> end =
        asOf == null ? store.newestEventTime().map(t -> t.plusMillis(1)) : Optional.of(asOf);
    if (end.isEmpty()) {
      return Optional.empty();
    }
    OwnFeatures own = switch (target) {
      case Target.OfBrand brand -> new OwnFeatures(brand.brandId(), catalogue);
      case Target.OfUsers users -> null;
    };
    Members members = switch (target) {
      case Target.OfBrand brand -> new Members.Buyers(brand.brandId(), config);
      case Target.OfUsers users -> new Members.Given(users.userIds());
    };
    var read = InterestReader.read(store, end.get(), config, own, members);
    if (read.matrix().users() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (target) {
          case Target.OfBrand brand -> ofBrand(brand.brandId(), read, end.get(), own, wording);
          case Target.OfUsers users -> ofUsers(users.userIds().size(), read, end.get(), wording);
        });
  }

  private Audience ofBrand(
      String brandId,
      InterestReader.Reading read,
      Instant asOf,
      @Nullable OwnFeatures own,
      Wording wording) {
    BitSet buyers = read.matrix().members();
    int bought = buyers.cardinality();
    int base = read.matrix().users();
    if (bought >= config.minUsers()) {
      String text = wording.say(
          "基准人群:%d 天内有行为的 %d 人;目标人群:其中 %d 天内购买过「%s」的 %d 人(另有 %d 人近期无行为,未计入)",
          "Base: %2$d users with any event in %1$d days; target: %5$d of them who bought %4$s"
              + " in %3$d days (%6$d more were not active of late)",
          config.baseDays(),
          base,
          config.buyerDays(),
          wording.brand(brandId),
          bought,
          read.outside());
      return new Audience(
          read.matrix(),
          buyers,
          new Population(asOf, base, bought, read.outside(), "buyers", text),
          own);
    }
    BitSet target = buyers;
    target.or(read.matrix().engaged());
    int size = target.cardinality();
    if (size == 0) {
      throw new NoAudienceException("audience: an active user who bought the brand in "
          + config.buyerDays()
          + " days or engaged with it ("
          + String.join(", ", config.engagedActions().stream().sorted().toList())
          + ") in "
          + config.engagedDays()
          + " days before "
          + asOf
          + " is required, got none for "
          + brandId);
    }
    String text = wording.say(
        "基准人群:%d 天内有行为的 %d 人;「%s」的活跃买家只有 %d 人,少于 %d 人,目标人群加上 %d 天内点击、加购、收藏或关注的用户,共 %d 人",
        "Base: %2$d users with any event in %1$d days; %3$s has only %4$d active buyers, fewer"
            + " than %5$d, so the target takes in who clicked, carted, favourited or followed"
            + " in %6$d days: %7$d users",
        config.baseDays(),
        base,
        wording.brand(brandId),
        bought,
        config.minUsers(),
        config.engagedDays(),
        size);
    return new Audience(
        read.matrix(),
        target,
        new Population(asOf, base, size, read.outside(), "engaged", text),
        own);
  }

  private Audience ofUsers(int given, InterestReader.Reading read, Instant asOf, Wording wording) {
    BitSet target = read.matrix().members();
    int size = target.cardinality();
    if (size == 0) {
      throw new NoAudienceException("seed: a user with an event in the "
          + config.baseDays()
          + " days before "
          + asOf
          + " is required, got none among "
          + given);
    }
    String text = wording.say(
        "基准人群:%d 天内有行为的 %d 人;目标人群:给定的 %d 人中属于基准人群的 %d 人",
        "Base: %2$d users with any event in %1$d days; target: %4$d of the %3$d given users",
        config.baseDays(),
        read.matrix().users(),
        given,
        size);
    return new Audience(
        read.matrix(),
        target,
        new Population(asOf, read.matrix().users(), size, given - size, "seed", text),
        null);
  }
}
