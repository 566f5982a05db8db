package io.tidewatch.audience.segment;

import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.feature.FeatureKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A question for users, as a value. Things of the catalogue stand in it by their ids. */
public sealed interface SegmentQuery {
  /** Most days that a question may look back. */
  int MOST_DAYS = 910;

  /** Most times that something may be asked to have been done. */
  int MOST_TIMES = 1000;

  /** In the language of segments, with ids instead of names; reading it gives an equal value. */
  String text();

  /** Whoever did anything in the time that is read. */
  record Everyone() implements SegmentQuery {
    @Override
    public String text() {
      return "everyone";
    }
  }

  /** Users in one of these states towards a brand. */
  record InStates(String brandId, Set<AiplState> states) implements SegmentQuery {
    public InStates {
      states = Set.copyOf(states);
      if (states.isEmpty()) {
        throw new IllegalArgumentException("state: at least one is required, got none");
      }
    }

    @Override
    public String text() {
      return Words.field("brand", brandId)
          + " state:"
          + new TreeSet<>(states).stream().map(AiplState::name).collect(Collectors.joining(","));
    }
  }

  /**
   * Users of the base who carry a feature.
   *
   * @param atLeast strength, above 0 to 1; null for as much as counts as carrying it
   */
  record Carries(FeatureKind kind, String id, @Nullable Double atLeast) implements SegmentQuery {
    public Carries {
      if (atLeast != null && !(atLeast > 0 && atLeast <= 1)) {
        throw new IllegalArgumentException(
            "strength: a number above 0, at most 1, is required, got " + atLeast);
      }
    }

    @Override
    public String text() {
      return Words.field(kind.label(), id) + (atLeast == null ? "" : ">=" + atLeast);
    }
  }

  /** Users of whom it was told last, by any source, that an attribute has a value. */
  record Has(String attribute, String value) implements SegmentQuery {
    @Override
    public String text() {
      return Words.field("attribute", attribute + "=" + value);
    }
  }

  /**
   * Users who did something to something within {@code days} at least {@code times} times. Orders
   * of which nothing was kept do not count.
   *
   * @param subject null for anything
   */
  record Did(Action action, @Nullable Subject subject, int days, int times)
      implements SegmentQuery {
    public Did {
      Words.check(days, times);
    }

    @Override
    public String text() {
      return "did:" + action.label()
          + (subject == null ? "" : " " + Words.field(subject.kind().label(), subject.id()))
          + Words.within(days, times);
    }
  }

  /** Something that can be acted on. */
  record Subject(Kind kind, String id) {
    /** What it is. */
    public enum Kind {
      BRAND,
      CATEGORY,
      PRODUCT;

      String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
      }
    }
  }

  /** Users who searched a word, in any spelling of its family, that often. */
  record Searched(String word, int days, int times) implements SegmentQuery {
    public Searched {
      Words.check(days, times);
    }

    @Override
    public String text() {
      return Words.field("searched", word) + Words.within(days, times);
    }
  }

  /** Users of a saved segment. */
  record Saved(String name) implements SegmentQuery {
    @Override
    public String text() {
      return Words.field("segment", name);
    }
  }

  /** Users in all of these. */
  record All(List<SegmentQuery> parts) implements SegmentQuery {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public String text() {
      return parts.stream().map(Words::inBrackets).collect(Collectors.joining(" AND "));
    }
  }

  /** Users in any of these. */
  record Any(List<SegmentQuery> parts) implements SegmentQuery {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public String text() {
      return parts.stream().map(Words::inBrackets).collect(Collectors.joining(" OR "));
    }
  }

  /** Users of one without those of the other. */
  record Without(SegmentQuery part, SegmentQuery left) implements SegmentQuery {
    @Override
    public String text() {
      return Words.inBrackets(part) + " AND NOT " + Words.inBrackets(left);
    }
  }
}
