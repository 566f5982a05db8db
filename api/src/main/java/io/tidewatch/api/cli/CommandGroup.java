package io.tidewatch.api.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A word that only groups commands, such as {@code trends}. */
@Command(mixinStandardHelpOptions = true)
final class CommandGroup implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  /** The group {@code word} under {@code parent}, added when it is missing. */
  static CommandLine under(CommandLine parent, String word) {
    if (!parent.getSubcommands().containsKey(word)) {
      parent.addSubcommand(word, new CommandGroup());
    }
    return Objects.requireNonNull(parent.getSubcommands().get(word));
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        spec.name()
            + ": one of "
            + String.join(", ", spec.subcommands().keySet())
            + " is required, got nothing");
  }
}
