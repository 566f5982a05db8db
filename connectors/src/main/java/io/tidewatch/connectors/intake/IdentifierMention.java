package io.tidewatch.connectors.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks for identifiers of a person in raw records. In JSON one counts when it is a whole value;
 * elsewhere when no letter or digit stands beside it, so that {@code u1} is not found in {@code
 * u18}. Safe from any thread.
 */
final class IdentifierMention {
  private final Set<String> identifiers;
  private final Pattern alone;

  /** {@code identifiers} are not empty. */
  IdentifierMention(Set<String> identifiers) {
    this.identifiers = Set.copyOf(identifiers);
    this.alone = Pattern.compile(identifiers.stream()
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
  }

  boolean in(Original original) {
    String text = new String(original.bytes(), Charset.forName(original.layout().charset()));
    try {
      JsonNode json = original.whole() ? Json.reader().readTree(text) : null;
      if (json != null && json.isContainerNode()) {
        return in(json);
      }
    } catch (JsonProcessingException e) {
      return in(text);
    }
    return in(text);
  }

  boolean in(String text) {
    return alone.matcher(text).find();
  }

  private boolean in(JsonNode node) {
    if (node.isContainerNode()) {
      for (JsonNode child : node) {
        if (in(child)) {
          return true;
        }
      }
      return false;
    }
    return identifiers.contains(node.asText().strip());
  }
}
