package io.tidewatch.api.alert;

import java.net.URI;
import java.util.Locale;

/**
 * A receiver of alerts.
 *
 * @param url may hold a token and is never shown
 * @param secret signs each message and is never shown
 */
public record Webhook(String name, URI url, String secret) {

  /**
   * Checks where it leads.
   *
   * @param plain whether unencrypted HTTP beyond loopback is allowed
   * @throws IllegalArgumentException naming key and rule, without the address
   */
  public static Webhook of(String name, String url, String secret, boolean plain) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException e) {
      // The cause would show the address.
      throw new IllegalArgumentException("webhooks." + name + ".url: an address is required");
    }
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (address.getHost() == null || address.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "webhooks." + name + ".url: an address with a host and without a user is required");
    }
    boolean safe =
        scheme.equals("https") || (scheme.equals("http") && (plain || loopback(address)));
    if (!safe) {
      throw new IllegalArgumentException("webhooks."
          + name
          + ".url: https is required beyond loopback (plain: true allows http), got "
          + scheme);
    }
    if (secret.isBlank()) {
      throw new IllegalArgumentException("webhooks." + name + ".secret: is required, got nothing");
    }
    return new Webhook(name, address, secret);
  }

  private static boolean loopback(URI address) {
    String host = address.getHost();
    return host.equals("localhost")
        || host.matches("127\\.\\d+\\.\\d+\\.\\d+")
        || host.equals("[::1]");
  }

  @Override
  public String toString() {
    return "webhook " + name;
  }
}
