package io.tidewatch.api.cli;

import io.tidewatch.api.question.Param;
import io.tidewatch.api.question.Question;
import io.tidewatch.api.view.KeywordSheet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * A command made from a row of the question table: its options are the question's parameters, so
 * that the command line and HTTP cannot drift apart.
 */
final class QuestionCommand implements Callable<Integer> {
  private final Question question;
  private final Environment environment;

  @Mixin
  private StoreOptions store = new StoreOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Mixin
  private SheetOptions sheet = new SheetOptions();

  private QuestionCommand(Question question, Environment environment) {
    this.question = question;
    this.environment = environment;
  }

  /** Adds a command, and the group it belongs to when that is missing, to {@code root}. */
  static void add(CommandLine root, Question question, Environment environment) {
    String[] words = question.path().split("/", -1);
    CommandLine parent = root;
    for (int i = 0; i < words.length - 1; i++) {
      parent = CommandGroup.under(parent, words[i]);
    }
    var command = new QuestionCommand(question, environment);
    CommandLine line = new CommandLine(command);
    CommandSpec spec = line.getCommandSpec();
    spec.name(words[words.length - 1]);
    spec.usageMessage().description(question.summary());
    spec.mixinStandardHelpOptions(true);
    command.spec = spec;
    for (Param param : question.params()) {
      if (param.place() == Param.Place.ARGUMENT) {
        spec.addPositional(PositionalParamSpec.builder()
            .paramLabel(param.hyphenated().toUpperCase(java.util.Locale.ROOT))
            .description(escaped(param))
            .type(String.class)
            .arity("1")
            .index("0")
            .build());
      } else {
        spec.addOption(OptionSpec.builder("--" + param.hyphenated())
            .paramLabel("VALUE")
            .description(escaped(param))
            .type(String.class)
            .required(param.required())
            .arity(param.isFlag() ? "0..1" : "1")
            .fallbackValue(param.isFlag() ? "true" : "")
            .build());
      }
    }
    parent.addSubcommand(words[words.length - 1], line);
  }

  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Map<String, String> arguments = arguments(spec.commandLine().getParseResult());
    var settings = environment.settings(store.config, store.dataDir);
    RowPrinter.Format format = sheet.format(output.format());
    Path file = sheet.out(format);
    try (Backend backend = Backend.open(settings, environment.clock(), environment.json())) {
      Backend.Reply reply = switch (question.effect()) {
        case ASKS -> backend.ask(question.path(), arguments);
        case CHANGES -> backend.change(question.path(), arguments);
      };
      if (file == null) {
        print(reply, format, environment.out());
      } else {
        try (var out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
          print(reply, format, out);
        } catch (IOException e) {
          throw new IllegalArgumentException(
              "out: a file that can be written is required, got " + file, e);
        }
      }
      if (reply.list() && reply.next() != null) {
        environment.err().println("more rows: --cursor " + reply.next());
      }
    }
    return 0;
  }

  private void print(Backend.Reply reply, RowPrinter.Format format, PrintStream out) {
    var printer = new RowPrinter(out, environment.json());
    if (reply.list()) {
      boolean spreadsheet = format == RowPrinter.Format.CSV || format == RowPrinter.Format.XLSX;
      printer.print(
          spreadsheet && sheet.named() ? KeywordSheet.named(reply.rows()) : reply.rows(), format);
    } else {
      printer.printOne(reply.rows().getFirst(), format);
    }
  }

  private Map<String, String> arguments(ParseResult parsed) {
    var arguments = new LinkedHashMap<String, String>();
    List<PositionalParamSpec> positionals = parsed.matchedPositionals();
    for (Param param : question.params()) {
      if (param.place() == Param.Place.ARGUMENT) {
        positionals.stream()
            .map(p -> (String) p.getValue())
            .filter(value -> value != null)
            .findFirst()
            .ifPresent(value -> arguments.put(param.name(), value));
      } else {
        String value = parsed.matchedOptionValue("--" + param.hyphenated(), (String) null);
        if (value != null) {
          arguments.put(param.name(), fileContent(param, value));
        }
      }
    }
    return arguments;
  }

  /** A seed is a list of users over HTTP and a file of them on the command line. */
  private static String fileContent(Param param, String value) {
    if (param.place() != Param.Place.FILE) {
      return value;
    }
    try {
      return String.join(",", java.nio.file.Files.readAllLines(Path.of(value)));
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(
          param.name() + ": a readable UTF-8 file with one id a line is required, got " + value, e);
    }
  }

  private static String escaped(Param param) {
    String text = param.description().replace("%", "%%");
    return param.example().isEmpty()
        ? text
        : text + " Example: " + param.example().replace("%", "%%");
  }
}
