package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.question.Param;
import io.tidewatch.api.question.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of what each question answers.
 *
 * @param command as typed after the launcher
 * @param fields of its rows, in order, those of other sections after "|"; "-" where the small world has none; "in TEST" where that test
 *     checks them
 * @param empty what an empty store answers
 */
record Contract(String command, String fields, String empty) {

  /** Every line. */
  static List<Contract> all() {
    try (var in = Objects.requireNonNull(Contract.class.getResourceAsStream("/contract.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new Contract(cells[0], cells[1], cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those asked of the small world. */
  static Stream<Contract> asked() {
    return all().stream().filter(line -> !line.isElsewhere());
  }

  boolean isElsewhere() {
    return fields.startsWith("in ");
  }

  /** The simple name of the test that checks it. */
  String test() {
    return fields.substring("in ".length());
  }

  boolean hasRows() {
    return !fields.equals("-");
  }

  /** Whether a row has just the fields of one of the sections, in order. */
  boolean fits(JsonNode row) {
    String found = row.propertyStream().map(Map.Entry::getKey).collect(Collectors.joining(","));
    return List.of(fields.split("\\|", -1)).contains(found);
  }

  String[] words(String... more) {
    return Stream.concat(Arrays.stream(command.split(" ", -1)), Arrays.stream(more))
        .toArray(String[]::new);
  }

  boolean asks(Question question) {
    String path = question.path().replace('/', ' ');
    return command.equals(path) || command.startsWith(path + " ");
  }

  /** The same question as a path with its values. */
  String address(Question question) {
    var left = new ArrayList<>(List.of(words()));
    left.subList(0, question.path().split("/", -1).length).clear();
    var values = new ArrayList<String>();
    for (Param param : question.params()) {
      if (param.place() == Param.Place.ARGUMENT
          && !left.isEmpty()
          && !left.getFirst().startsWith("--")) {
        values.add(param.name() + "=" + encoded(left.removeFirst()));
      }
    }
    for (int i = 0; i + 1 < left.size(); i += 2) {
      values.add(left.get(i).substring(2) + "=" + encoded(left.get(i + 1)));
    }
    return "/api/v1/" + question.path() + "?" + String.join("&", values);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return command;
  }
}
