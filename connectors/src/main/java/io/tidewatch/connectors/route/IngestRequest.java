package io.tidewatch.connectors.route;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files to take in once, with the format and source they were named with. */
record IngestRequest(
    List<Path> paths, @Nullable String format, @Nullable String source) {}
