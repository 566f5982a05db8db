package io.tidewatch.state;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the state is.
 *
 * @param url a JDBC address of H2 or PostgreSQL without a password in it
 * @param user null when the database asks for none
 * @param password null when the database asks for none; never shown
 */
public record StateLocation(
    String url, @Nullable String user, @Nullable String password) {

  public StateLocation {
    if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "stateUrl: a JDBC address of H2 or PostgreSQL, such as jdbc:postgresql://host/base, is"
              + " required, got "
              + shown(url));
    }
    if (url.toLowerCase(java.util.Locale.ROOT).contains("password=")) {
      throw new IllegalArgumentException(
          "stateUrl: the password has to stand in TIDEWATCH_STATE_PASSWORD, got it in the address");
    }
  }

  /** A file of H2 in {@code directory}; each commit is written before it is answered. */
  public static StateLocation file(Path directory) {
    String file = directory.toAbsolutePath().resolve("state").toString();
    if (file.indexOf(';') >= 0) {
      throw new IllegalArgumentException(
          "data-dir: a path without a semicolon is required, got " + directory);
    }
    return new StateLocation(
        "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
        null,
        null);
  }

  /** The address without its settings, which is safe to show. */
  public String shown() {
    return shown(url);
  }

  @Override
  public String toString() {
    return shown();
  }

  private static String shown(String url) {
    return url.replaceFirst("[;?].*", "").replaceFirst("//[^/@]*@", "//");
  }
}
