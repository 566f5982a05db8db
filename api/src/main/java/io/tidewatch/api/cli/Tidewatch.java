package io.tidewatch.api.cli;

import io.tidewatch.api.question.NotFoundException;
import io.tidewatch.api.question.Question;
import io.tidewatch.api.question.Questions;
import io.tidewatch.api.view.Json;
import io.tidewatch.audience.NoAudienceException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code tidewatch}: exit code 0 done, 1 failed, 2 bad usage. */
@Command(
    name = "tidewatch",
    mixinStandardHelpOptions = true,
    versionProvider = Tidewatch.Version.class,
    description =
        "What people say and what they do: what is rising, which search keywords to buy, which"
            + " audience to reach.")
public final class Tidewatch implements Callable<Integer> {
  private static final Logger log = LoggerFactory.getLogger(Tidewatch.class);

  @Spec
  private CommandSpec spec = CommandSpec.create();

  private Tidewatch() {}

  public static void main(String[] args) throws IOException {
    try (InputStream quiet = Tidewatch.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(quiet);
    }
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    var environment = new Environment(
        System.in,
        out,
        err,
        System.getenv(),
        Path.of(System.getProperty("tidewatch.home", ".")),
        InstantSource.system(),
        new Json());
    int code = commandLine(environment).execute(args);
    out.flush();
    System.exit(code);
  }

  /** The command with all its subcommands, in {@code environment}. */
  static CommandLine commandLine(Environment environment) {
    CommandLine root = new CommandLine(new Tidewatch());
    root.addSubcommand(new DemoCommand(environment));
    root.addSubcommand(new ServeCommand(environment));
    root.addSubcommand(new IngestCommand(environment));
    root.addSubcommand(new AnnotateCommand(environment));
    for (Question question : Questions.described().all()) {
      if (!question.path().equals(CampaignExportCommand.PATH)) {
        QuestionCommand.add(root, question, environment);
      }
    }
    CommandGroup.under(CommandGroup.under(root, "audience"), "campaign")
        .addSubcommand(new CampaignExportCommand(environment));
    CommandLine catalogue = CommandGroup.under(root, "catalogue");
    catalogue.addSubcommand(new CatalogueAddCommand(environment));
    catalogue.addSubcommand(new CatalogueImportCommand(environment));
    root.addSubcommand(new SimulateCommand(environment));
    CommandLine models = CommandGroup.under(root, "models");
    models.addSubcommand(new ModelsFetchCommand(environment));
    models.addSubcommand(new ModelsStatusCommand(environment));
    EvalCommand.addTo(CommandGroup.under(root, "eval"), environment);
    CommandGroup.under(root, "train")
        .addSubcommand(new TrainSentimentCommand(environment))
        .addSubcommand(new TrainTargetsCommand(environment))
        .addSubcommand(new TrainSensesCommand(environment))
        .addSubcommand(new TrainTaggerCommand(environment))
        .addSubcommand(new TrainIntentCommand(environment));
    root.addSubcommand(new DoctorCommand(environment));
    root.setOut(new java.io.PrintWriter(environment.out(), true, StandardCharsets.UTF_8));
    root.setErr(new java.io.PrintWriter(environment.err(), true, StandardCharsets.UTF_8));
    root.setExecutionExceptionHandler(failures(environment));
    root.setParameterExceptionHandler((e, arguments) -> {
      environment.err().println("tidewatch: " + e.getMessage());
      environment
          .err()
          .println("See: tidewatch "
              + e.getCommandLine()
                  .getCommandSpec()
                  .qualifiedName(" ")
                  .replaceFirst("^tidewatch ?", "")
              + " --help");
      return 2;
    });
    return root;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "command: one of " + String.join(", ", spec.subcommands().keySet()) + " is required");
  }

  private static IExecutionExceptionHandler failures(Environment environment) {
    return (e, commandLine, parsed) -> {
      boolean usage = e instanceof IllegalArgumentException || e instanceof ParameterException;
      boolean answer = e instanceof NotFoundException || e instanceof NoAudienceException;
      if (!usage && !answer) {
        log.debug("command failed", e);
      }
      environment
          .err()
          .println("tidewatch: " + (usage || answer ? String.valueOf(e.getMessage()) : message(e)));
      return usage ? 2 : 1;
    };
  }

  /** The messages of the exception and its causes, each once. */
  private static String message(Throwable e) {
    var text = new StringBuilder();
    for (Throwable at = e; at != null; at = at.getCause()) {
      String one = at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
      if (text.indexOf(one) < 0) {
        text.append(text.isEmpty() ? "" : ": ").append(one);
      }
    }
    return text.toString();
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Tidewatch.class.getPackage().getImplementationVersion();
      return new String[] {"tidewatch " + (version == null ? "(from classes)" : version)};
    }
  }
}
