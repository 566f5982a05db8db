package io.tidewatch.behavior;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The statements that every engine runs as they are, over views that the engine makes: {@code
 * products} and those of {@link WindowViews}.
 */
public final class SqlText {
  private SqlText() {}

  /** The statement in {@code sql/<name>.sql}. */
  public static String named(String name) {
    try (InputStream in = SqlText.class.getResourceAsStream("sql/" + name + ".sql")) {
      if (in == null) {
        throw new IllegalArgumentException("name: a shipped statement is required, got " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("statement " + name, e);
    }
  }
}
