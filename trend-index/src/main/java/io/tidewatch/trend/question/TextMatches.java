package io.tidewatch.trend.question;

import io.tidewatch.model.annotation.Span;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.TextTokens.Token;
import io.tidewatch.trend.TokenPlaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where words of a query stand in one text. */
final class TextMatches {
  private final TokenPlaces places;
  private final List<Token> tokens;

  /** Tokens {@code first} to {@code last} of the text. */
  record Place(int first, int last) {}

  TextMatches(String text) {
    this.places = TokenPlaces.of(text);
    this.tokens = places.tokens();
  }

  /**
   * Places of a text clause: those of each run of neighbouring tokens, when every run is there.
   */
  List<Place> places(List<Token> wanted) {
    var all = new ArrayList<Place>();
    int start = 0;
    for (int i = 1; i <= wanted.size(); i++) {
      if (i == wanted.size() || wanted.get(i).position() != wanted.get(i - 1).position() + 1) {
        List<Place> run = run(wanted.subList(start, i));
        if (run.isEmpty()) {
          return List.of();
        }
        all.addAll(run);
        start = i;
      }
    }
    return all;
  }

  /** The places that stand near one another, of both sides. */
  List<Place> places(Expression.Near near) {
    List<Place> left = side(near.left());
    List<Place> right = side(near.right());
    var found = new ArrayList<Place>();
    for (Place a : left) {
      for (Place b : right) {
        if (between(a, b) <= near.distance()) {
          found.add(a);
          found.add(b);
        }
      }
    }
    return found.stream().distinct().toList();
  }

  /** In order of the text; those that folding hides are left out. */
  List<Span> spans(List<Place> found) {
    return found.stream()
        .map(p -> places.span(p.first, p.last))
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
        .toList();
  }

  private List<Place> side(Expression side) {
    Stream<Expression> texts =
        side instanceof Expression.Or(List<Expression> any) ? any.stream() : Stream.of(side);
    var found = new ArrayList<Place>();
    texts.forEach(t -> {
      if (t instanceof Expression.Text(List<Token> wanted)) {
        found.addAll(run(wanted));
      }
    });
    return found;
  }

  /** Tokens between two places: the width of both together without their own tokens. */
  private int between(Place a, Place b) {
    int first = Math.min(position(a.first), position(b.first));
    int last = Math.max(position(a.last), position(b.last));
    return last - first + 1 - (a.last - a.first + 1) - (b.last - b.first + 1);
  }

  private int position(int token) {
    return tokens.get(token).position();
  }

  private List<Place> run(List<Token> wanted) {
    var found = new ArrayList<Place>();
    for (int i = 0; i + wanted.size() <= tokens.size(); i++) {
      if (standsAt(i, wanted)) {
        found.add(new Place(i, i + wanted.size() - 1));
      }
    }
    return found;
  }

  private boolean standsAt(int at, List<Token> wanted) {
    for (int k = 0; k < wanted.size(); k++) {
      Token token = tokens.get(at + k);
      if (!token.text().equals(wanted.get(k).text()) || token.position() != position(at) + k) {
        return false;
      }
    }
    return true;
  }
}
