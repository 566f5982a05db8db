package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.SampleTexts.SamplePost;
import io.tidewatch.corpora.SampleTexts.TemplateKind;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people post: sample posts as they stand, filled templates, and reposts of both. */
final class Talk {
  static final String SOURCE = "microblog";
  private static final double SAMPLE = .12;
  private static final double REPOST = .1;
  private static final int LONGEST = 280;
  private static final int REMEMBERED = 200;
  private static final TemplateKind[] KINDS = TemplateKind.values();
  /** In the order of {@link TemplateKind}; praise and complaint share by the brand's quality. */
  private static final double[] KIND_WEIGHTS = {.5, 0, .1, .1, .1, .1, .05, .05};

  private static final List<String> COMMENTS = List.of(
      "转发微博", "哈哈哈哈", "同感", "mark", "真的假的", "笑死", "有没有懂的说说", "我也是", "蹲一个后续", "关注了", "学到了",
      "看看评论怎么说", "就离谱", "[吃瓜]", "路过", "这次我站你");

  private final Market market;
  private final SimulatorConfig config;
  private final People people;
  private final Weights popularities;
  private final Phrasebook phrasebook;
  private final Agenda agenda;
  private final Rhythm rhythm;
  private final Deque<SamplePost> samples;
  private final Deque<Said> recent = new ArrayDeque<>();

  /** A post that others may pass on. */
  private record Said(String id, String handle, String text, Instant at) {}

  Talk(
      SimulatorConfig config,
      Market market,
      People people,
      Phrasebook phrasebook,
      Agenda agenda,
      Rhythm rhythm,
      SampleTexts texts) {
    this.market = market;
    this.config = config;
    this.people = people;
    this.popularities = market.popularities();
    this.phrasebook = phrasebook;
    this.agenda = agenda;
    this.rhythm = rhythm;
    this.samples =
        new ArrayDeque<>(Chance.of(config.seed(), "sample posts", 0).shuffled(texts.posts()));
  }

  /** The posts of an ordinary day. */
  void day(LocalDate day, int posts, Chance chance) {
    var times = new ArrayList<Instant>();
    for (int i = 0; i < posts; i++) {
      times.add(rhythm.postingTime(day, chance));
    }
    times.sort(Comparator.naturalOrder());
    for (Instant at : times) {
      if (!agenda.holds(at)) {
        continue;
      }
      Person author = people.author(-1, chance);
      Optional<Said> passedOn = chance.happens(REPOST) ? recent(at, chance) : Optional.empty();
      String own = passedOn.isPresent() ? chance.oneOf(COMMENTS) : text(author, chance);
      post(author, at, own, passedOn.orElse(null), 1, chance);
    }
  }

  /** What a planted trend makes people write. Returns how many of them wrote within the market. */
  int burst(Burst burst, Chance chance) {
    Shelf shelf = market.shelves().get(burst.shelf());
    Stall stall = shelf.stalls().get(burst.stall());
    var times = new ArrayList<Instant>();
    for (int i = 0; i < burst.authors(); i++) {
      times.add(burst.moment(chance));
    }
    times.sort(Comparator.naturalOrder());
    List<Person> caring = caring(burst, times.size(), chance);
    var authors = new HashSet<String>();
    var said = new ArrayList<Said>();
    for (int i = 0; i < times.size(); i++) {
      Instant at = times.get(i);
      if (!agenda.holds(at)) {
        continue;
      }
      Person author = caring.get(i % caring.size());
      Said original = said.size() > 3 && chance.happens(.25) ? chance.oneOf(said) : null;
      String own =
          original == null ? about(burst, shelf, stall, author, chance) : chance.oneOf(COMMENTS);
      said.add(post(author, at, own, original, 5, chance));
      authors.add(author.id());
    }
    return authors.size();
  }

  /** Different people who care for what the trend is about; fewer when there are not so many. */
  private List<Person> caring(Burst burst, int wanted, Chance chance) {
    var numbers = new HashSet<Integer>();
    var caring = new ArrayList<Person>();
    for (int tries = 0; tries < 4 * wanted && caring.size() < wanted; tries++) {
      Person person = people.author(burst.shelf(), chance);
      if (numbers.add(person.number())) {
        caring.add(person);
      }
    }
    return caring;
  }

  private String about(Burst burst, Shelf shelf, Stall stall, Person author, Chance chance) {
    Product product = stall.choose(shelf.medianPrice(), author.budget(), chance);
    String text = chance.happens(.75)
        ? phrasebook.fill(chance.oneOf(burst.event().templates()), shelf, stall, product, chance)
        : text(shelf, stall, product, chance);
    return Phrasebook.decorated(text, burst.event().title(), chance);
  }

  private String text(Person author, Chance chance) {
    if (!samples.isEmpty() && chance.happens(SAMPLE)) {
      return samples.removeFirst().text();
    }
    int number = author.shelf(popularities, chance);
    Shelf shelf = market.shelves().get(number);
    Stall stall = shelf.stalls().get(chance.index(author.lean(number, shelf.shares())));
    Product product = stall.choose(shelf.medianPrice(), author.budget(), chance);
    return Phrasebook.decorated(
        text(shelf, stall, product, chance), stall.brand().name(), chance);
  }

  private String text(Shelf shelf, Stall stall, Product product, Chance chance) {
    TemplateKind kind = KINDS[chance.index(KIND_WEIGHTS)];
    if (kind == TemplateKind.PRAISE && !chance.happens(stall.quality())) {
      kind = TemplateKind.COMPLAINT;
    }
    return phrasebook
        .text(kind, shelf, stall, product, chance)
        .orElseGet(() -> stall.brand().name() + " " + product.name());
  }

  private Said post(
      Person author, Instant at, String own, @Nullable Said original, int reach, Chance chance) {
    String text = original == null ? own : own + "//@" + original.handle + ":" + original.text;
    if (text.length() > LONGEST) {
      text = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST)));
    }
    String id = agenda.next("p");
    int likes = (int) (reach * Math.sqrt((double) author.followers()) * .3 * chance.exponential());
    agenda.add(
        at,
        new Post(
            Agenda.envelope(SOURCE, id, at, 0),
            id,
            author.author(),
            at,
            text,
            original == null ? null : original.id,
            (long) likes,
            (long) (likes * .2 * chance.uniform()),
            (long) (likes * .1 * chance.uniform()),
            author.followers(),
            author.attributes(config.seed()).get("city"),
            List.of()));
    var said = new Said(id, author.handle(), text, at);
    remember(said);
    return said;
  }

  private void remember(Said said) {
    recent.addLast(said);
    if (recent.size() > REMEMBERED) {
      recent.removeFirst();
    }
  }

  private Optional<Said> recent(Instant at, Chance chance) {
    var near = recent.stream()
        .filter(s -> s.at.isBefore(at) && s.at.isAfter(at.minus(Duration.ofHours(24))))
        .toList();
    return near.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(near));
  }
}
