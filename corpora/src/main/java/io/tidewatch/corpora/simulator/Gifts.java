package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.corpora.CommerceCalendar.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * Festivals that make people look for presents and stock up: on which days which words of which
 * shelf are typed for it. Immutable.
 */
final class Gifts {
  private final List<List<Wish>> wishes;
  private final double[] pull;

  /** A word of a shelf; {@code pull} is the visits for it, relative to a person's ordinary ones. */
  record Wish(int shelf, int word, double pull) {}

  Gifts(SimulatorConfig config, CommerceCalendar calendar, List<Words> words) {
    var days = new ArrayList<List<Wish>>();
    this.pull = new double[config.days() + 1];
    for (int day = 0; day < pull.length; day++) {
      var wanted = new ArrayList<Wish>();
      for (Moment moment : calendar.on(config.firstDay().plusDays(day))) {
        double strength = config.events().festivals() * strength(moment);
        for (int s = 0; s < words.size() && strength > 0; s++) {
          for (int k = 0; k < words.get(s).size(); k++) {
            if (moment.occasion().id().equals(words.get(s).keyword(k).occasion())) {
              wanted.add(new Wish(s, k, strength));
              pull[day] += strength;
            }
          }
        }
      }
      days.add(List.copyOf(wanted));
    }
    this.wishes = List.copyOf(days);
  }

  /** Visits for presents, relative to the ordinary ones of an average person. */
  double pull(int day) {
    return pull[day];
  }

  /** One of the day's wishes; only on days with a pull. */
  Wish draw(int day, Chance chance) {
    double left = chance.uniform() * pull[day];
    for (Wish wish : wishes.get(day)) {
      left -= wish.pull();
      if (left < 0) {
        return wish;
      }
    }
    return wishes.get(day).getLast();
  }

  /** The wishes of a day. */
  List<Wish> on(int day) {
    return wishes.get(day);
  }

  private static double strength(Moment moment) {
    return switch (moment.phase()) {
      case PREHEAT -> .03;
      case PRE_SALE -> .04;
      case MAIN -> .1;
      case AFTER -> 0;
    };
  }
}
