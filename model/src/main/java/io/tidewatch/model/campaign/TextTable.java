package io.tidewatch.model.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of file that holds rows of text in named columns, such as Parquet. */
@FunctionalInterface
public interface TextTable {

  /**
   * Writes a new file; what it holds need not be on disk yet when this returns.
   *
   * @param columns at least one
   * @param rows one value a column each; null where there is none
   * @throws IOException when the file cannot be written
   */
  void write(Path file, List<String> columns, Iterable<? extends List<@Nullable String>> rows)
      throws IOException;
}
