package io.tidewatch.api.cli;

import io.tidewatch.api.wiring.Language;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.nlp.eval.AmbiguityEval;
import io.tidewatch.nlp.eval.AspectEval;
import io.tidewatch.nlp.eval.EvalReport;
import io.tidewatch.nlp.eval.EvalRow;
import io.tidewatch.nlp.eval.IntentEval;
import io.tidewatch.nlp.eval.LaneEval;
import io.tidewatch.nlp.eval.MentionEval;
import io.tidewatch.nlp.eval.Published;
import io.tidewatch.nlp.eval.SentimentEval;
import io.tidewatch.nlp.eval.SentimentTraining;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.tagger.TaggerModel;
import io.tidewatch.nlp.train.LabelledText;
import io.tidewatch.nlp.train.TaggedText;
import io.tidewatch.nlp.train.TaggerTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures quality on labelled files, beside named baselines. */
@Command(mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {
  private static final long SEED = 20_240_601L;

  private final Task task;
  private final Environment environment;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Labelled files: label<TAB>text or CSV; one character and BIO tag a line; JSON Lines with"
              + " targets or gold.")
  private List<Path> data = List.of();

  @Option(
      names = "--train",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Train our recipe and the baselines on these, without near-duplicates of the test texts,"
              + " instead of measuring what ships (sentiment, mentions).")
  private List<Path> train = List.of();

  @Option(names = "--losing", defaultValue = "0", description = "Lost cases to show a file.")
  private int losing;

  @Option(
      names = "--lane",
      defaultValue = "fast",
      description =
          "deep shows what the deep lane adds on the texts that are chosen for it (mentions and"
              + " aspects). Default: fast.")
  private String lane = "fast";

  @Mixin
  private OutputOptions output = new OutputOptions();

  private EvalCommand(Task task, Environment environment) {
    this.task = task;
    this.environment = environment;
  }

  /** What is measured. */
  enum Task {
    SENTIMENT("Document sentiment: accuracy and macro-F1 of the forced choice, and abstaining."),
    MENTIONS("Brand and product mentions: precision, recall and F1 of spans."),
    ASPECTS("Aspects: which are found, and the polarity toward given targets."),
    INTENT("What a text is for: accuracy and macro-F1, and how sure answers are.");

    private final String description;

    Task(String description) {
      this.description = description;
    }
  }

  private static String name(Task task) {
    return task.name().toLowerCase(Locale.ROOT);
  }

  /** Adds one command a task to {@code group}. */
  static void addTo(CommandLine group, Environment environment) {
    for (Task task : Task.values()) {
      String name = name(task);
      CommandLine line = new CommandLine(new EvalCommand(task, environment));
      line.getCommandSpec().name(name).usageMessage().description(task.description);
      group.addSubcommand(name, line);
    }
    group.addSubcommand(new EvalTrendsCommand(environment));
    group.addSubcommand(new EvalKeywordsCommand(environment));
    group.addSubcommand(new EvalWishesCommand(environment));
    group.addSubcommand(new EvalAudienceCommand(environment));
    group.addSubcommand(new EvalIdentityCommand(environment));
  }

  @Override
  public Integer call() throws IOException {
    Lexicons lexicons = Lexicons.shipped();
    Catalogue catalogue = SeedCatalogue.shipped();
    boolean deep = deep();
    var reports =
        task == Task.SENTIMENT ? sentiment(catalogue, lexicons) : spans(catalogue, lexicons, deep);
    var printer = new RowPrinter(environment.out(), environment.json());
    var json = environment.json();
    Stream<EvalRow> measured = reports.stream().flatMap(r -> r.rows().stream());
    Stream<EvalRow> published = data.stream().flatMap(f -> Published.rows(name(task), f).stream());
    printer.print(Stream.concat(measured, published).map(json::tree).toList(), output.format());
    reports.stream()
        .flatMap(r -> r.losing().stream())
        .map(json::line)
        .forEach(environment.err()::println);
    return 0;
  }

  private boolean deep() {
    boolean deep = lane.equals("deep");
    if ((!deep && !lane.equals("fast"))
        || (deep && (task == Task.SENTIMENT || task == Task.INTENT))) {
      throw new IllegalArgumentException(
          "lane: fast, or deep for mentions and aspects, is required, got " + lane);
    }
    return deep;
  }

  private Language language() {
    return Language.reading(environment.settings(null, null), environment.json());
  }

  private List<EvalReport> spans(Catalogue catalogue, Lexicons lexicons, boolean deep)
      throws IOException {
    if (!train.isEmpty() && (task != Task.MENTIONS || deep)) {
      throw new IllegalArgumentException(
          "train: eval sentiment or mentions is required, others have nothing to train, got "
              + train);
    }
    var annotator = new FastAnnotator(catalogue, lexicons);
    MentionEval mentions = mentions(catalogue, lexicons);
    var reports = new ArrayList<EvalReport>();
    for (Path file : data) {
      reports.add(
          deep
              ? new LaneEval(annotator, language().deep()).evaluate(file, losing)
              : spans(annotator, lexicons, mentions, file));
    }
    return reports;
  }

  private EvalReport spans(
      FastAnnotator annotator, Lexicons lexicons, MentionEval mentions, Path file)
      throws IOException {
    if (task == Task.INTENT) {
      return new IntentEval(annotator, lexicons).evaluate(file, losing);
    }
    if (task == Task.ASPECTS) {
      return new AspectEval(annotator, lexicons).evaluate(file, losing);
    }
    return AmbiguityEval.holds(file)
        ? new AmbiguityEval(annotator, lexicons).evaluate(file, losing)
        : mentions.evaluate(file, losing);
  }

  /** What ships; or a tagger trained on the given files beside HanLP's, which knows no prose. */
  private MentionEval mentions(Catalogue catalogue, Lexicons lexicons) throws IOException {
    SentimentModel sentiment = SentimentModel.shipped();
    if (train.isEmpty()) {
      TaggerModel shipped = TaggerModel.shipped();
      return new MentionEval(
          new FastAnnotator(catalogue, lexicons, sentiment, shipped), lexicons, shipped);
    }
    var texts = new ArrayList<TaggedText>();
    for (Path file : train) {
      texts.addAll(TaggedText.read(file));
    }
    TaggerModel tagger =
        new TaggerTrainer(catalogue, lexicons).train(texts, List.of(), List.of(), SEED);
    return new MentionEval(
            new FastAnnotator(catalogue, lexicons, sentiment, tagger), lexicons, tagger)
        .beside(texts);
  }

  private List<EvalReport> sentiment(Catalogue catalogue, Lexicons lexicons) throws IOException {
    SentimentModel model = SentimentModel.shipped();
    List<SentimentTraining.Baseline> baselines = List.of();
    if (!train.isEmpty()) {
      var trained =
          SentimentTraining.of(labelled(train), labelled(data), catalogue, lexicons, SEED);
      environment
          .err()
          .println("%d texts trained, %d left out as equal or nearly equal to a test text"
              .formatted(trained.used(), trained.dropped()));
      model = trained.model();
      baselines = trained.baselines();
    }
    var eval =
        new SentimentEval(new FastAnnotator(catalogue, lexicons, model), lexicons, baselines);
    var reports = new ArrayList<EvalReport>();
    for (Path file : data) {
      reports.add(eval.evaluate(file, losing));
    }
    return reports;
  }

  private static List<LabelledText> labelled(List<Path> files) throws IOException {
    var texts = new ArrayList<LabelledText>();
    for (Path file : files) {
      if (!String.valueOf(file.getFileName()).endsWith(".jsonl")) {
        texts.addAll(SentimentEval.read(file));
      }
    }
    return texts;
  }
}
