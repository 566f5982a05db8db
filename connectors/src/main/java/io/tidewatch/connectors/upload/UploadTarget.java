package io.tidewatch.connectors.upload;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A peer that takes batches.
 *
 * @param name as the settings call it
 * @param url https, or http on loopback
 * @param token sent as bearer; null when the peer asks for none; never shown
 * @param gzip whether bodies are sent compressed
 * @param timeout for one answer
 */
public record UploadTarget(
    String name, URI url, @Nullable String token, boolean gzip, Duration timeout) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public UploadTarget {
    String scheme = url.getScheme();
    String host = url.getHost();
    boolean plain = "http".equals(scheme) && host != null && LOOPBACK.contains(host);
    if (host == null || url.getUserInfo() != null || !("https".equals(scheme) || plain)) {
      throw new IllegalArgumentException("campaigns.targets." + name
          + ".url: an https address without a user, or an http address on loopback, is required, got "
          + scheme + "://" + host);
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("campaigns.targets." + name
          + ".timeoutSeconds: above 0 is required, got " + timeout.toSeconds());
    }
  }

  /** Without address and token, either of which may be a secret. */
  @Override
  public String toString() {
    return "target " + name;
  }
}
