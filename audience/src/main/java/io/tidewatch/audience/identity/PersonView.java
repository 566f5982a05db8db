package io.tidewatch.audience.identity;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that makes a person: identifiers, the links with their evidence, attributes, consents.
 *
 * @param linked whether more than one identifier is known
 * @param identifiers by kind, then value
 * @param links oldest first, also those that are not used
 * @param consents the newest decision about each purpose
 */
public record PersonView(
    String personId,
    boolean linked,
    List<Held> identifiers,
    List<Edge> links,
    Map<String, AttributeView> attributes,
    List<ConsentView> consents) {

  public PersonView {
    identifiers = List.copyOf(identifiers);
    links = List.copyOf(links);
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    consents = List.copyOf(consents);
  }

  /** An identifier with the confidence of its strongest tie. */
  public record Held(String kind, String value, double confidence) {}

  /** An identifier. */
  public record Name(String kind, String value) {}

  /**
   * One link.
   *
   * @param confidence given, or what the evidence is worth
   * @param refused why it ties nobody; null when it does
   */
  public record Edge(
      String id,
      Name from,
      Name to,
      String evidence,
      double confidence,
      @Nullable String source,
      Instant at,
      @Nullable String refused) {}

  /** The value of an attribute that the field's rule chose, and who said it of which account. */
  public record AttributeView(String value, String source, Instant at, String userId) {}

  /** The newest decision of a person about one purpose. */
  public record ConsentView(String purpose, boolean granted, Instant at, String userId) {}
}
