package io.tidewatch.nlp.train;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.SlotReader;
import io.tidewatch.nlp.SlotReader.Slot;
import io.tidewatch.nlp.sense.ContextNgrams;
import io.tidewatch.nlp.sense.SenseModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Trains the sense classifier from texts without labels: slots of names that the linker finds are
 * examples of their trade, ambiguous names that it leaves and other words are not. A brand and a
 * word count a limited number of times. A tenth of the slots measures.
 */
public final class SenseTrainer {
  private static final List<Set<String>> TRADES = List.of(
      Set.of("skincare", "makeup", "personal-care"),
      Set.of("sportswear", "fashion", "luxury"),
      Set.of("phone", "laptop", "digital"),
      Set.of("appliance", "home"),
      Set.of("car"),
      Set.of("coffee-tea", "restaurant"),
      Set.of("snack", "baby"),
      Set.of("toy"),
      Set.of());
  private static final int BITS = 16;
  private static final int MOST_NAMES = 2500;
  private static final int MOST_WORDS = 1250;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 400;
  private static final int TENTH = 10;

  private final SlotReader reader;
  private final long seed;

  public SenseTrainer(Catalogue catalogue, Lexicons lexicons, long seed) {
    reader = new SlotReader(catalogue, lexicons);
    this.seed = seed;
  }

  /** What came of one trade on held-out slots; the last row is for any name. */
  public record Figures(String trade, int names, double precision, double recall) {}

  /** A trained model with its figures. */
  public record Trained(SenseModel model, int slots, List<Figures> figures) {}

  /**
   * Trains from the longest cell of every line of every file under {@code data} and writes the model.
   *
   * @throws IllegalArgumentException when fewer than 100 slots are found
   */
  public Trained train(Path data, Path out) throws IOException {
    Trained trained = train(texts(data));
    try (OutputStream stream = Files.newOutputStream(out)) {
      trained.model().write(stream);
    }
    return trained;
  }

  /** Trains from texts. */
  public Trained train(List<String> texts) {
    List<ContextFit.Example> examples = examples(texts);
    if (examples.size() < 100) {
      throw new IllegalArgumentException(
          "data: at least 100 slots are required, got " + examples.size());
    }
    int cut = examples.size() - examples.size() / TENTH;
    var rows = new ArrayList<float[]>();
    for (int trade = 0; trade < TRADES.size(); trade++) {
      rows.add(new ContextFit(BITS, seed).fit(examples.subList(0, cut), trade));
    }
    SenseModel model = SenseModel.of(BITS, TRADES, rows);
    return new Trained(model, cut, figures(rows, examples.subList(cut, examples.size())));
  }

  private List<ContextFit.Example> examples(List<String> texts) {
    var shuffled = new ArrayList<>(texts);
    var random = new Random(seed);
    Collections.shuffle(shuffled, random);
    Map<String, Integer> counts = new HashMap<>();
    var examples = new ArrayList<ContextFit.Example>();
    int names = 0;
    int others = 0;
    for (String text : shuffled) {
      var words = new ArrayList<Slot>();
      for (Slot slot : reader.read(text)) {
        boolean name = !slot.categories().isEmpty();
        if (!name && !slot.ambiguous()) {
          words.add(slot);
        } else if (counts.merge((name ? "+" : "-") + slot.key(), 1, Integer::sum)
            <= (name ? MOST_NAMES : MOST_WORDS)) {
          examples.add(example(slot));
          names += name ? 1 : 0;
        }
      }
      if (!words.isEmpty() && others < 2 * names + 2000) {
        examples.add(example(words.get(random.nextInt(words.size()))));
        others++;
      }
    }
    return examples;
  }

  private static ContextFit.Example example(Slot slot) {
    var features = new ArrayList<Integer>();
    new ContextNgrams(BITS)
        .each(
            slot.text(),
            slot.start(),
            slot.end(),
            (bucket, touching) -> features.add(touching ? bucket | ContextFit.TOUCHING : bucket));
    int trades = slot.categories().isEmpty() ? 0 : 1 << (TRADES.size() - 1);
    for (int i = 0; i < TRADES.size(); i++) {
      if (TRADES.get(i).stream().anyMatch(slot.categories()::contains)) {
        trades |= 1 << i;
      }
    }
    return new ContextFit.Example(features.stream().mapToInt(Integer::intValue).toArray(), trades);
  }

  private static List<Figures> figures(List<float[]> rows, List<ContextFit.Example> heldOut) {
    var figures = new ArrayList<Figures>();
    for (int trade = 0; trade < rows.size(); trade++) {
      int right = 0;
      int said = 0;
      int names = 0;
      for (var example : heldOut) {
        boolean yes = ContextFit.odds(rows.get(trade), example.features()) > 0;
        boolean is = example.is(trade);
        right += yes && is ? 1 : 0;
        said += yes ? 1 : 0;
        names += is ? 1 : 0;
      }
      Set<String> categories = TRADES.get(trade);
      figures.add(new Figures(
          categories.isEmpty()
              ? "any"
              : String.join(" ", categories.stream().sorted().toList()),
          names,
          right / (double) Math.max(1, said),
          right / (double) Math.max(1, names)));
    }
    return figures;
  }

  private static List<String> texts(Path data) throws IOException {
    var texts = new ArrayList<String>();
    var seen = new HashSet<String>();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        try (BufferedReader in = LabelledFiles.open(file)) {
          in.lines().map(SenseTrainer::longest).forEach(text -> {
            if (text.length() >= SHORTEST && text.length() < LONGEST && seen.add(text)) {
              texts.add(text);
            }
          });
        }
      }
    }
    return texts;
  }

  private static String longest(String line) {
    String best = "";
    for (String cell : line.split("\t", -1)) {
      best = cell.length() > best.length() ? cell : best;
    }
    return best;
  }
}
