package io.tidewatch.behavior;

import io.tidewatch.model.behavior.Window;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An engine that runs the shipped statements over the files of a behaviour store. */
public interface Statements {

  /**
   * Runs one statement over one window and calls {@code sink} with each row, in the statement's
   * order. Values are {@link String}, {@link Long}, {@link java.math.BigDecimal} without trailing
   * zeros, {@link java.time.LocalDate}, {@link java.time.Instant}, {@link Boolean}, {@link Double} or
   * null: the same from every engine.
   *
   * @param name of {@code sql/<name>.sql}
   * @throws IllegalArgumentException when no such statement is shipped
   */
  void run(String name, Window window, Consumer<List<@Nullable Object>> sink);
}
