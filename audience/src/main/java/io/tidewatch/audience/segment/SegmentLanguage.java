package io.tidewatch.audience.segment;

import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.segment.SegmentLexer.Lexeme;
import io.tidewatch.audience.segment.SegmentLexer.Token;
import io.tidewatch.audience.segment.SegmentQuery.Subject;
import io.tidewatch.model.catalogue.EntityKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the language of segments, by descent:
 *
 * <pre>
 * any    = all { OR all }
 * all    = clause { AND [NOT] clause }
 * clause = ( any ) | everyone | segment:NAME
 *        | brand:NAME state:A,I,P,L
 *        | KIND:VALUE [&gt;=STRENGTH]           KIND of a feature, such as category
 *        | attribute:NAME=VALUE
 *        | did:ACTION [brand:|category:|product:NAME] [within:DAYSd] [times:N]
 *        | searched:WORD [within:DAYSd] [times:N]
 * </pre>
 *
 * <p>One use an instance; not thread-safe.
 */
public final class SegmentLanguage {
  private static final int DAYS = 90;
  private static final int DEEPEST = 50;
  private static final Pattern WITHIN = Pattern.compile("(\\d{1,4})d");
  private static final Pattern TIMES = Pattern.compile("\\d{1,4}");

  private final String query;
  private final SegmentNames names;
  private final List<Lexeme> lexemes;
  private int at;
  private int depth;

  private SegmentLanguage(String query, SegmentNames names) {
    this.query = query;
    this.names = names;
    this.lexemes = SegmentLexer.cut(query);
  }

  /**
   * The question that a text asks.
   *
   * @throws IllegalArgumentException naming rule and position, or a thing that is not known
   */
  public static SegmentQuery read(String query, SegmentNames names) {
    var reading = new SegmentLanguage(query, names);
    SegmentQuery any = reading.any();
    reading.take(Token.END, "AND, OR or the end");
    return any;
  }

  private SegmentQuery any() {
    if (++depth > DEEPEST) {
      throw error("at most " + DEEPEST + " brackets within each other are required");
    }
    var parts = new ArrayList<SegmentQuery>();
    do {
      parts.add(all());
    } while (skip(Token.OR));
    depth--;
    return parts.size() == 1 ? parts.getFirst() : new SegmentQuery.Any(parts);
  }

  private SegmentQuery all() {
    var parts = new ArrayList<SegmentQuery>();
    var left = new ArrayList<SegmentQuery>();
    parts.add(clause());
    while (skip(Token.AND)) {
      (skip(Token.NOT) ? left : parts).add(clause());
    }
    SegmentQuery all = parts.size() == 1 ? parts.getFirst() : new SegmentQuery.All(parts);
    for (SegmentQuery without : left) {
      all = new SegmentQuery.Without(all, without);
    }
    return all;
  }

  private SegmentQuery clause() {
    Lexeme first = lexemes.get(at);
    if (first.type() == Token.NOT) {
      throw error("a clause is required before NOT, such as everyone AND NOT …");
    }
    if (skip(Token.OPEN)) {
      SegmentQuery any = any();
      take(Token.CLOSE, "a closing bracket");
      return any;
    }
    if (first.type() == Token.WORD && first.text().equals("everyone")) {
      at++;
      return new SegmentQuery.Everyone();
    }
    String field = take(Token.FIELD, "a clause such as brand:NAME state:P,L").text();
    String value = take(Token.WORD, "a value").text();
    return switch (field) {
      case "segment" -> new SegmentQuery.Saved(value);
      case "attribute" -> attribute(value);
      case "did" -> did(value);
      case "searched" ->
        new SegmentQuery.Searched(value.strip().toLowerCase(Locale.ROOT), days(), times());
      default -> feature(field, value);
    };
  }

  private SegmentQuery attribute(String value) {
    int equals = value.replace('＝', '=').indexOf('=');
    if (equals < 1 || equals == value.length() - 1) {
      throw error("attribute:NAME=VALUE is required");
    }
    return new SegmentQuery.Has(value.substring(0, equals), value.substring(equals + 1));
  }

  private SegmentQuery did(String name) {
    Action action = Action.of(name);
    if (action == null) {
      throw error("an action out of "
          + String.join(", ", Arrays.stream(Action.values()).map(Action::label).toList())
          + " is required");
    }
    return new SegmentQuery.Did(action, subject(), days(), times());
  }

  private @Nullable Subject subject() {
    for (Subject.Kind kind : Subject.Kind.values()) {
      Optional<String> named = qualifier(kind.label());
      if (named.isPresent()) {
        return new Subject(
            kind,
            switch (kind) {
              case BRAND -> names.entity(EntityKind.BRAND, named.get());
              case PRODUCT -> names.entity(EntityKind.PRODUCT, named.get());
              case CATEGORY -> names.category(named.get());
            });
      }
    }
    return null;
  }

  private SegmentQuery feature(String field, String value) {
    FeatureKind kind = Arrays.stream(FeatureKind.values())
        .filter(k -> k.label().equals(field) && k != FeatureKind.ATTRIBUTE)
        .findFirst()
        .orElseThrow(() -> error("a field out of segment, attribute, did, searched, "
            + String.join(
                ", ",
                Arrays.stream(FeatureKind.values())
                    .map(FeatureKind::label)
                    .filter(label -> !label.equals("attribute"))
                    .toList())
            + " is required"));
    String id = switch (kind) {
      case BRAND -> names.entity(EntityKind.BRAND, value);
      case PRODUCT -> names.entity(EntityKind.PRODUCT, value);
      case CATEGORY -> names.category(value);
      case KEYWORD,
          PRICE_BAND,
          SEASON,
          HOUR,
          CHANNEL,
          SPEND,
          ORDER_VALUE,
          PRICE_RANK,
          ATTRIBUTE,
          ASPECT,
          TOPIC,
          SOCIAL -> value;
    };
    Optional<String> states = kind == FeatureKind.BRAND ? qualifier("state") : Optional.empty();
    return states.isPresent()
        ? new SegmentQuery.InStates(id, states(states.get()))
        : new SegmentQuery.Carries(kind, id, strength());
  }

  private EnumSet<AiplState> states(String text) {
    var states = EnumSet.noneOf(AiplState.class);
    for (String name : text.split("[,，]", -1)) {
      states.add(Arrays.stream(AiplState.values())
          .filter(state -> state.name().equals(name))
          .findFirst()
          .orElseThrow(() -> error("states out of O, A, I, P, L are required")));
    }
    return states;
  }

  private @Nullable Double strength() {
    if (!skip(Token.AT_LEAST)) {
      return null;
    }
    String text = take(Token.WORD, "a strength").text();
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      IllegalArgumentException refused = error("a strength from 0 to 1 is required");
      refused.initCause(e);
      throw refused;
    }
  }

  private int days() {
    return qualifier("within")
        .map(text -> number(WITHIN, text, "days such as 90d"))
        .orElse(DAYS);
  }

  private int times() {
    return qualifier("times")
        .map(text -> number(TIMES, text, "a number of times"))
        .orElse(1);
  }

  private int number(Pattern pattern, String text, String what) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw error(what + " is required");
    }
    return Integer.parseInt(matcher.groupCount() == 0 ? text : matcher.group(1));
  }

  /** The value of a field that belongs to the clause before it. */
  private Optional<String> qualifier(String name) {
    Lexeme next = lexemes.get(at);
    if (next.type() != Token.FIELD || !next.text().equals(name)) {
      return Optional.empty();
    }
    at++;
    return Optional.of(take(Token.WORD, "a value").text());
  }

  private boolean skip(Token type) {
    if (lexemes.get(at).type() != type) {
      return false;
    }
    at++;
    return true;
  }

  private Lexeme take(Token type, String what) {
    Lexeme next = lexemes.get(at);
    if (next.type() != type) {
      throw error(what + " is required");
    }
    at++;
    return next;
  }

  private IllegalArgumentException error(String rule) {
    return SegmentLexer.error(
        rule, lexemes.get(Math.min(at, lexemes.size() - 1)).position(), query);
  }
}
