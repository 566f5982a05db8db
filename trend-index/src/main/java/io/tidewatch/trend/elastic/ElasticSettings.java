package io.tidewatch.trend.elastic;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the index is.
 *
 * @param urls nodes of one cluster, at least one, http or https
 * @param index its name; one process at a time writes to it
 * @param apiKey the encoded key; null where the cluster asks for none
 * @param timeout most time for the answer to one request
 * @param attempts requests until a cluster that is away, busy or silent counts as unavailable
 * @param firstPause before the second attempt; each further pause is twice as long
 */
public record ElasticSettings(
    List<URI> urls,
    String index,
    @Nullable String apiKey,
    Duration timeout,
    int attempts,
    Duration firstPause) {

  public ElasticSettings {
    urls = List.copyOf(urls);
    if (urls.isEmpty()
        || !urls.stream().allMatch(u -> List.of("http", "https").contains(u.getScheme()))) {
      throw new IllegalArgumentException("url: http or https is required, got " + urls);
    }
    if (!index.matches("[a-z0-9][a-z0-9._-]{0,200}")) {
      throw new IllegalArgumentException(
          "index: lower-case letters, digits, dots, hyphens and underscores are required, got "
              + index);
    }
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts: at least 1 is required, got " + attempts);
    }
  }

  /** The usual patience: half a minute for an answer, five attempts in three seconds. */
  public static ElasticSettings of(List<URI> urls, String index, @Nullable String apiKey) {
    return new ElasticSettings(
        urls, index, apiKey, Duration.ofSeconds(30), 5, Duration.ofMillis(200));
  }
}
