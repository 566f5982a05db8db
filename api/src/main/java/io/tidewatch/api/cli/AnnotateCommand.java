package io.tidewatch.api.cli;

import io.tidewatch.api.wiring.Language;
import io.tidewatch.model.annotation.Lane;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Annotates lines of standard input. */
@Command(
    name = "annotate",
    mixinStandardHelpOptions = true,
    description =
        "Reads a text, or a JSON object with text and id, a line; prints one JSON line for each:"
            + " intent, sentiment, mentions, aspects.")
final class AnnotateCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private StoreOptions store = new StoreOptions();

  @Option(names = "--lane", defaultValue = "fast", description = "fast or deep. Default: fast.")
  private String lane = "fast";

  @Option(
      names = "--aspect-targets",
      description =
          "Lines are {\"id\",\"text\",\"targets\":[{\"start\",\"end\"}]}; judge the targets.")
  private boolean aspectTargets;

  @Option(
      names = "--details",
      description =
          "Also print hashtags, repost chain, spam score with reasons, why ambiguous names were"
              + " linked, lane and versions.")
  private boolean details;

  @Option(names = "--json", hidden = true, description = "Output is always JSON Lines.")
  @SuppressWarnings("UnusedVariable") // every command takes --json; here nothing else is printed
  private boolean json;

  AnnotateCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Lane wanted = switch (lane) {
      case "fast" -> Lane.FAST;
      case "deep" -> Lane.DEEP;
      default -> throw new IllegalArgumentException("lane: fast or deep is required, got " + lane);
    };
    var settings = environment.settings(store.config, store.dataDir);
    var language = Language.reading(settings, environment.json());
    var lines = new TextLines(environment.json());
    new LineStream(environment.in(), environment.out())
        .run(
            aspectTargets
                ? lines.judge(language.targets())
                : lines.annotate(
                    language.annotator(), wanted == Lane.DEEP ? language.deep() : null, details));
    return 0;
  }
}
