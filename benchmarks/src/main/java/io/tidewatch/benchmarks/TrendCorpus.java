package io.tidewatch.benchmarks;

import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.Post;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Posts made of given texts and spread over a year. Each post depends on the seed and its number
 * only.
 *
 * <ul>
 *   <li>Time: numbers grow with time. An hour gets posts by its hour of the week in China: a low at
 *       five in the morning, peaks at noon and at ten in the evening, a sixth more at weekends. One
 *       post in a hundred comes up to six hours later than its time says.
 *   <li>Text: half of the posts take any text, the other half take a text of the day: the year goes
 *       once through the texts in their order, and a text is talked about from its day on, three
 *       days in the mean, some much more than others.
 *   <li>Author: one of {@code documents / 20}, at least 100, by a Zipf law of exponent 1.05.
 *   <li>Likes, comments and reposts: by a Pareto law of exponent 1.1, at most ten million.
 * </ul>
 */
final class TrendCorpus {
  static final Instant START = Instant.parse("2024-07-01T00:00:00+08:00");
  static final int DAYS = 365;
  static final Instant END = START.plusSeconds(DAYS * 86_400L);
  static final String SOURCE = "benchmark";

  private static final int HOURS = DAYS * 24;
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final int LATE_SECONDS = 6 * 3600;
  private static final double TOPIC_DAYS = 3;
  private static final double AUTHOR_EXPONENT = 1.05;
  private static final double ENGAGEMENT_EXPONENT = 1.1;
  private static final double MAX_ENGAGEMENT = 10_000_000;

  private final TrendTexts texts;
  private final long documents;
  private final long seed;
  private final double[] shareUntil = new double[HOURS + 1];
  private final int authors;

  TrendCorpus(TrendTexts texts, long documents, long seed) {
    this.texts = texts;
    this.documents = documents;
    this.seed = seed;
    this.authors = (int) Math.max(100, documents / 20);
    for (int hour = 0; hour < HOURS; hour++) {
      shareUntil[hour + 1] = shareUntil[hour] + weight(hour);
    }
    for (int hour = 0; hour <= HOURS; hour++) {
      shareUntil[hour] /= shareUntil[HOURS];
    }
  }

  long documents() {
    return documents;
  }

  /** UTF-8 bytes of the text of a post. */
  long textBytes(long number) {
    return texts.texts().get(text(number, random(number))).getBytes(StandardCharsets.UTF_8).length;
  }

  /** Posts [from, to); those from {@link #documents} on follow the year at its mean rate. */
  List<AnnotatedDocument> posts(long from, long to) {
    var posts = new ArrayList<AnnotatedDocument>((int) (to - from));
    for (long number = from; number < to; number++) {
      posts.add(post(number));
    }
    return posts;
  }

  private AnnotatedDocument post(long number) {
    SplittableRandom random = random(number);
    int text = text(number, random);
    Instant arrived = time(number);
    Instant at = number < documents && random.nextInt(100) == 0
        ? arrived.minusSeconds(random.nextInt(LATE_SECONDS))
        : arrived;
    Post post = new Post(
        new Envelope(SOURCE, null, arrived, random.nextLong(), null),
        "p" + number,
        "u" + author(random),
        at,
        texts.texts().get(text),
        null,
        engagement(random),
        engagement(random) / 10,
        engagement(random) / 20,
        null,
        null,
        List.of());
    return new AnnotatedDocument(post, texts.annotations().get(text));
  }

  private SplittableRandom random(long number) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
  }

  private int text(long number, SplittableRandom random) {
    int any = random.nextInt(texts.size());
    double age = -Math.log(1 - random.nextDouble()) * TOPIC_DAYS / DAYS;
    boolean ofTheDay = random.nextBoolean();
    // a text's own share: the square of a uniform number makes the first of a day's texts louder
    double loud = random.nextDouble() * random.nextDouble() / DAYS;
    double place = Math.min(1, (double) number / documents) - age;
    if (!ofTheDay || place < 0) {
      return any;
    }
    double day = Math.floor(place * DAYS) / DAYS;
    return Math.min(texts.size() - 1, (int) ((day + loud) * texts.size()));
  }

  private Instant time(long number) {
    if (number >= documents) {
      long step = DAYS * 24 * HOUR_MICROS / documents;
      return END.plusNanos((number - documents) * step * 1000);
    }
    double share = (number + 0.5) / documents;
    int low = 0;
    int high = HOURS - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (shareUntil[middle] <= share) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    double within = (share - shareUntil[low]) / (shareUntil[low + 1] - shareUntil[low]);
    return START.plusNanos((low * HOUR_MICROS + (long) (within * HOUR_MICROS)) * 1000);
  }

  private static double weight(int hour) {
    int ofDay = hour % 24;
    var day = START.plusSeconds(hour * 3600L).atOffset(ZoneOffset.ofHours(8)).getDayOfWeek();
    double noon = Math.exp(-Math.pow(ofDay - 12, 2) / 8);
    double evening = 1.5 * Math.exp(-Math.pow(ofDay - 21.5, 2) / 10);
    double night = Math.exp(-Math.pow(ofDay - 4.5, 2) / 6);
    double rhythm = Math.max(0.1, 0.8 + noon + evening - night);
    return switch (day) {
      case SATURDAY, SUNDAY -> rhythm * 7 / 6;
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> rhythm;
    };
  }

  /** The inverse of the distribution of a continuous power law on [1, authors]. */
  private int author(SplittableRandom random) {
    double power = 1 - AUTHOR_EXPONENT;
    double most = Math.pow(authors, power) - 1;
    return (int) Math.pow(most * random.nextDouble() + 1, 1 / power);
  }

  private static long engagement(SplittableRandom random) {
    double value = Math.pow(1 - random.nextDouble(), -1 / ENGAGEMENT_EXPONENT) - 1;
    return (long) Math.min(MAX_ENGAGEMENT, value);
  }
}
