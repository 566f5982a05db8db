package io.tidewatch.api.campaign;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a file of a campaign holds; it lies beside the file as JSON and is the answer to the export.
 *
 * @param file where it is below the data directory; in the manifest itself the name alone
 * @param campaign its id
 * @param asOf T of the audience
 * @param exportedAt when consent was checked
 * @param hashed whether ids are SHA-256
 * @param channel the one channel that was asked for; null for all
 * @param rows persons in the file
 * @param bytes of the file
 * @param sha256 of the file's bytes, 64 hexadecimal digits
 * @param excluded members that are not in the file, by reason
 * @param minimum rows below which nothing is exported
 */
public record Manifest(
    String file,
    String campaign,
    String name,
    String brandId,
    String purpose,
    Instant asOf,
    Instant exportedAt,
    String format,
    boolean hashed,
    @Nullable String channel,
    List<String> columns,
    int rows,
    long bytes,
    String sha256,
    Map<String, Long> excluded,
    int minimum) {

  public Manifest {
    columns = List.copyOf(columns);
    excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
  }

  Manifest at(String place) {
    return new Manifest(
        place,
        campaign,
        name,
        brandId,
        purpose,
        asOf,
        exportedAt,
        format,
        hashed,
        channel,
        columns,
        rows,
        bytes,
        sha256,
        excluded,
        minimum);
  }
}
