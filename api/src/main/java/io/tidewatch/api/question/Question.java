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
    String path,
    Effect effect,
    String summary,
    List<Param> params,
    Function<Arguments, Answer> answerer) {

  /** What asking does. */
  public enum Effect {
    /** Nothing changes; HTTP serves it to GET. */
    ASKS,
    /** Something is stored or sent; HTTP serves it to POST. */
    CHANGES
  }

  /** One that changes nothing. */
  public Question(
      String path, String summary, List<Param> params, Function<Arguments, Answer> answerer) {
    this(path, Effect.ASKS, summary, params, answerer);
  }

  /** One that changes something. */
  static Question change(
      String path, String summary, List<Param> params, Function<Arguments, Answer> answerer) {
    return new Question(path, Effect.CHANGES, summary, params, answerer);
  }

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
