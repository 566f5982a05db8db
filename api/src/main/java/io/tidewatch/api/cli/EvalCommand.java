package io.tidewatch.api.cli;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.nlp.eval.AspectEval;
import io.tidewatch.nlp.eval.EvalReport;
import io.tidewatch.nlp.eval.MentionEval;
import io.tidewatch.nlp.eval.SentimentEval;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.tagger.TaggerModel;
import io.tidewatch.nlp.train.LabelledFiles;
import io.tidewatch.nlp.train.LabelledText;
import io.tidewatch.nlp.train.SentimentTrainer;
import io.tidewatch.nlp.train.TaggedText;
import io.tidewatch.nlp.train.TaggerTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
      description = "Train on these instead of measuring what ships (sentiment, mentions).")
  private List<Path> train = List.of();

  @Option(names = "--losing", defaultValue = "0", description = "Lost cases to show a file.")
  private int losing;

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
    ASPECTS("Aspects: which are found, and the polarity toward given targets.");

    private final String description;

    Task(String description) {
      this.description = description;
    }
  }

  /** Adds one command a task to {@code group}. */
  static void addTo(CommandLine group, Environment environment) {
    for (Task task : Task.values()) {
      String name = task.name().toLowerCase(Locale.ROOT);
      CommandLine line = new CommandLine(new EvalCommand(task, environment));
      line.getCommandSpec().name(name).usageMessage().description(task.description);
      group.addSubcommand(name, line);
    }
  }

  @Override
  public Integer call() throws IOException {
    Lexicons lexicons = Lexicons.shipped();
    Catalogue catalogue = SeedCatalogue.shipped();
    var annotator = new FastAnnotator(catalogue, lexicons, model(catalogue, lexicons));
    var reports = new ArrayList<EvalReport>();
    MentionEval mentions = mentions(catalogue, lexicons);
    for (Path file : data) {
      reports.add(
          switch (task) {
            case SENTIMENT -> new SentimentEval(annotator, lexicons).evaluate(file, losing);
            case MENTIONS -> mentions.evaluate(file, losing);
            case ASPECTS -> new AspectEval(annotator).evaluate(file, losing);
          });
    }
    var printer = new RowPrinter(environment.out(), environment.json());
    var json = environment.json();
    printer.print(
        reports.stream().flatMap(r -> r.rows().stream()).map(json::tree).toList(), output.format());
    reports.stream()
        .flatMap(r -> r.losing().stream())
        .map(json::line)
        .forEach(environment.err()::println);
    return 0;
  }

  /** What ships; or a tagger trained on the given files beside HanLP's, which knows no prose. */
  private MentionEval mentions(Catalogue catalogue, Lexicons lexicons) throws IOException {
    SentimentModel sentiment = SentimentModel.shipped();
    if (train.isEmpty() || task != Task.MENTIONS) {
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

  private SentimentModel model(Catalogue catalogue, Lexicons lexicons) throws IOException {
    if (train.isEmpty() || task == Task.MENTIONS) {
      return SentimentModel.shipped();
    }
    if (task != Task.SENTIMENT) {
      throw new IllegalArgumentException(
          "train: eval sentiment or mentions is required, aspects have nothing to train, got "
              + train);
    }
    var texts = new ArrayList<LabelledText>();
    for (Path file : train) {
      texts.addAll(new LabelledFiles().read(file));
    }
    return new SentimentTrainer(catalogue, lexicons, SEED).train(texts).model();
  }
}
