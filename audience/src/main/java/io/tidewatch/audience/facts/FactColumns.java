package io.tidewatch.audience.facts;

import java.util.Arrays;
import java.util.BitSet;

/** The columns of packed facts, as flat arrays that grow. */
final class FactColumns {
  static final Action[] ACTIONS = Action.values();

  byte[] actions = new byte[1024];
  int[] products = new int[1024];
  int[] brands = new int[1024];
  int[] categories = new int[1024];
  int[] keywords = new int[1024];
  byte[] channels = new byte[1024];
  int[] ages = new int[1024];
  short[] days = new short[1024];
  byte[] hours = new byte[1024];
  float[] values = new float[1024];
  int[] returned = new int[1024];
  BitSet refunds = new BitSet();

  /** Makes room for one more behind {@code size}. */
  void room(int size) {
    if (size == actions.length) {
      resize(size + size / 2);
    }
  }

  /** Gives back what lies behind {@code size}. */
  void trim(int size) {
    resize(size);
  }

  private void resize(int room) {
    actions = Arrays.copyOf(actions, room);
    products = Arrays.copyOf(products, room);
    brands = Arrays.copyOf(brands, room);
    categories = Arrays.copyOf(categories, room);
    keywords = Arrays.copyOf(keywords, room);
    channels = Arrays.copyOf(channels, room);
    ages = Arrays.copyOf(ages, room);
    days = Arrays.copyOf(days, room);
    hours = Arrays.copyOf(hours, room);
    values = Arrays.copyOf(values, room);
    returned = Arrays.copyOf(returned, room);
  }

  /** Puts facts into another order: {@code order} says which fact comes to each place. */
  void reorder(int[] order) {
    actions = reordered(actions, order);
    products = reordered(products, order);
    brands = reordered(brands, order);
    categories = reordered(categories, order);
    keywords = reordered(keywords, order);
    channels = reordered(channels, order);
    ages = reordered(ages, order);
    short[] oldDays = days;
    days = new short[order.length];
    float[] oldValues = values;
    values = new float[order.length];
    BitSet oldRefunds = refunds;
    refunds = new BitSet();
    for (int place = 0; place < order.length; place++) {
      days[place] = oldDays[order[place]];
      values[place] = oldValues[order[place]];
      refunds.set(place, oldRefunds.get(order[place]));
    }
    hours = reordered(hours, order);
    returned = reordered(returned, order);
  }

  private static int[] reordered(int[] column, int[] order) {
    int[] other = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      other[place] = column[order[place]];
    }
    return other;
  }

  private static byte[] reordered(byte[] column, int[] order) {
    byte[] other = new byte[order.length];
    for (int place = 0; place < order.length; place++) {
      other[place] = column[order[place]];
    }
    return other;
  }
}
