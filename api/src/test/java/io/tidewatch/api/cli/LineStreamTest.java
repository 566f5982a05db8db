package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineStreamTest {
  @Test
  void run_manyLines_answersEachInOrder() {
    String in = IntStream.range(0, 20_000).mapToObj(i -> "l" + i).collect(Collectors.joining("\n"));
    String out = run(in.getBytes(StandardCharsets.UTF_8));

    assertThat(out.lines())
        .containsExactlyElementsOf(
            IntStream.range(0, 20_000).mapToObj(i -> (i + 1) + ":l" + i).toList());
  }

  @Test
  void run_emptyInput_answersNothing() {
    assertThat(run(new byte[0])).isEmpty();
  }

  @Test
  void run_blankCarriageReturnAndBrokenLines_areLinesToo() {
    byte[] in = {'a', '\r', '\n', '\n', (byte) 0xC3, '(', '\n', 'b'};

    assertThat(run(in).lines()).containsExactly("1:a", "2:", "3:null", "4:b");
  }

  private static String run(byte[] in) {
    var out = new ByteArrayOutputStream();
    new LineStream(
            new ByteArrayInputStream(in), new PrintStream(out, false, StandardCharsets.UTF_8))
        .run((number, line) -> number + ":" + line);
    return out.toString(StandardCharsets.UTF_8);
  }
}
