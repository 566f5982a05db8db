package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.question.Question;
import io.tidewatch.api.question.Questions;
import io.tidewatch.api.view.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each question answers over HTTP: the same fields as the command prints. */
class ContractHttpIT {
  @TempDir
  private static Path dir;

  private static final Json JSON = new Json();
  private static ServedWorld world;

  @BeforeAll
  static void start() throws IOException {
    world = ServedWorld.start(dir);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  static Stream<Contract> asked() {
    return Contract.asked();
  }

  @ParameterizedTest
  @MethodSource("asked")
  void question_overHttp_hasTheFieldsOfTheContract(Contract line) throws Exception {
    Question question = Questions.described().all().stream()
        .filter(line::asks)
        .max(Comparator.comparingInt(q -> q.path().length()))
        .orElseThrow();
    List<JsonNode> rows = answer(line.address(question));
    // a service embeds keywords beside its work, so these come a little later
    for (int i = 0;
        i < 120 && rows.isEmpty() && line.command().startsWith("keywords similar");
        i++) {
      Thread.sleep(500);
      rows = answer(line.address(question));
    }

    assertThat(rows.isEmpty()).isEqualTo(!line.hasRows());
    assertThat(rows).allMatch(line::fits);
  }

  private static List<JsonNode> answer(String path) throws Exception {
    HttpResponse<String> response = world.send(world.request(path));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode answer = JSON.parse(response.body());
    JsonNode rows = answer.path("rows");
    return rows.isArray() ? rows.valueStream().toList() : List.of(answer);
  }
}
