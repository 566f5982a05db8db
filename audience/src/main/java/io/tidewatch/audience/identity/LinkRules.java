package io.tidewatch.audience.identity;

import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which links are used at all, each judged by itself. */
final class LinkRules {
  /** Below the floor of one of its ends. */
  static final String BELOW_FLOOR = "below-floor";

  /** A handle without its owner's word. */
  static final String NOT_DECLARED = "handle-not-declared";

  /** An identifier that needs other evidence. */
  static final String OTHER_EVIDENCE = "evidence-not-accepted";

  /** From an identifier to itself. */
  static final String SELF = "self";

  /** A value that stands for none. */
  static final String PLACEHOLDER = "placeholder";

  private final IdentityConfig config;

  LinkRules(IdentityConfig config) {
    this.config = config;
  }

  /** Why the link is not used; null when it is. */
  @Nullable
  String refusal(Tie tie, String evidence) {
    if (tie.from().equals(tie.to())) {
      return SELF;
    }
    for (Identifier end : new Identifier[] {tie.from(), tie.to()}) {
      if (config.isPlaceholder(end.value())) {
        return PLACEHOLDER;
      }
      if (!config.suffices(end.kind(), evidence)) {
        return end.kind().equals(IdentifierKinds.HANDLE) ? NOT_DECLARED : OTHER_EVIDENCE;
      }
    }
    double floor = Stream.of(tie.from(), tie.to())
        .mapToDouble(end -> config.floor(end.kind()))
        .max()
        .orElseThrow();
    return tie.confidence() >= floor ? null : BELOW_FLOOR;
  }
}
