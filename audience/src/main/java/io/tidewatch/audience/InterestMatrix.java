package io.tidewatch.audience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Decayed interests of the base population, one sparse row a user, packed into flat arrays. Rows
 * and columns are numbered from 0; rows are in order of user id. Filled once, then only read.
 */
final class InterestMatrix {
  private final List<String> users = new ArrayList<>();
  private final BitSet members = new BitSet();
  private final BitSet engaged = new BitSet();
  private final List<Feature> features;
  private int[] starts = new int[16];
  private int[] columns = new int[64];
  private float[] values = new float[64];
  private int filled;

  /** {@code features} grows with the columns; it is read when the matrix is. */
  InterestMatrix(List<Feature> features) {
    this.features = features;
  }

  /**
   * Adds a user.
   *
   * @param interests by column
   * @param isMember bought from the brand, or is a given user
   * @param isEngaged engaged with the brand of late
   */
  void add(
      String userId, SortedMap<Integer, Double> interests, boolean isMember, boolean isEngaged) {
    int row = users.size();
    users.add(userId);
    members.set(row, isMember);
    engaged.set(row, isEngaged);
    if (filled + interests.size() > columns.length) {
      int room = Math.max(filled + interests.size(), columns.length + columns.length / 2);
      columns = Arrays.copyOf(columns, room);
      values = Arrays.copyOf(values, room);
    }
    for (Map.Entry<Integer, Double> interest : interests.entrySet()) {
      columns[filled] = interest.getKey();
      values[filled++] = interest.getValue().floatValue();
    }
    if (row + 2 > starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    starts[row + 1] = filled;
  }

  int users() {
    return users.size();
  }

  String user(int row) {
    return users.get(row);
  }

  int features() {
    return features.size();
  }

  Feature feature(int column) {
    return features.get(column);
  }

  /** Rows of the members; a copy. */
  BitSet members() {
    return (BitSet) members.clone();
  }

  /** Rows of those who are engaged; a copy. */
  BitSet engaged() {
    return (BitSet) engaged.clone();
  }

  /** Calls {@code sink} once a feature of the user, by column. */
  void forEach(int row, Interest sink) {
    for (int i = starts[row]; i < starts[row + 1]; i++) {
      sink.take(columns[i], values[i]);
    }
  }

  /** Takes one interest. */
  interface Interest {
    void take(int column, double interest);
  }
}
