package io.tidewatch.api.question;

import io.tidewatch.api.view.Answer;
import java.util.List;
import java.util.function.Function;

/**
 * One question: its path under {@code /api/v1}, its parameters, and the port call that answers it.
 *
 * @param path such as {@code trends/rising}; the command line writes the same words
 */
public record Question(
    String path, String summary, List<Param> params, Function<Arguments, Answer> answerer) {

  public Question {
    params = List.copyOf(params);
  }

  /** Whether the question has a parameter of that name. */
  public boolean takes(String name) {
    return params.stream().anyMatch(param -> param.name().equals(name));
  }

  /** Checks the arguments' names and answers. */
  Answer ask(Arguments arguments) {
    return answerer.apply(arguments.only(params));
  }
}
