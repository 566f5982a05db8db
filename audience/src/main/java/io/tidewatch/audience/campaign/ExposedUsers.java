package io.tidewatch.audience.campaign;

import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.UserTable;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Users who were shown a campaign, with what became of them: those who did not move are real
 * negatives, seen and not persuaded, where other users are merely unlabelled. Immutable.
 *
 * @param userIds one a person
 * @param converted by place in {@code userIds}; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // large, never compared
public record ExposedUsers(List<String> userIds, boolean[] converted) {
  public ExposedUsers {
    userIds = List.copyOf(userIds);
    if (userIds.size() != converted.length) {
      throw new IllegalArgumentException("converted: one label a user is required, got "
          + converted.length + " for " + userIds.size());
    }
  }

  /** How many did not move. */
  public int negatives() {
    int negatives = 0;
    for (boolean moved : converted) {
      negatives += moved ? 0 : 1;
    }
    return negatives;
  }

  /**
   * A sample of them alone; whoever is not in the table is left out.
   *
   * @param row of a user in the table; −1 for none
   */
  public Sample sample(UserTable table, ToIntFunction<String> row) {
    return joined(table, new Entries(userIds.size()), row, 1, 1);
  }

  /**
   * A sample with them added, each with {@code weight}: an exposed user may stand there twice, once
   * as what was known before and once as what the campaign taught.
   *
   * @param row of a user in the sample's table; −1 for none
   * @param weight above 0
   */
  public Sample joinedTo(Sample sample, ToIntFunction<String> row, float weight) {
    var entries = new Entries(sample.size() + userIds.size());
    for (int entry = 0; entry < sample.size(); entry++) {
      entries.add(sample.user(entry), sample.positive(entry), sample.weight(entry));
    }
    return joined(sample.table(), entries, row, weight, sample.unlabelledRate());
  }

  private Sample joined(
      UserTable table, Entries entries, ToIntFunction<String> row, float weight, double rate) {
    for (int i = 0; i < converted.length; i++) {
      int user = row.applyAsInt(userIds.get(i));
      if (user >= 0) {
        entries.add(user, converted[i], weight);
      }
    }
    return Sample.of(
        table,
        Arrays.copyOf(entries.users, entries.size),
        Arrays.copyOf(entries.labels, entries.size),
        Arrays.copyOf(entries.weights, entries.size),
        rate);
  }

  private static final class Entries {
    private final int[] users;
    private final boolean[] labels;
    private final float[] weights;
    private int size;

    Entries(int most) {
      users = new int[most];
      labels = new boolean[most];
      weights = new float[most];
    }

    void add(int user, boolean label, float weight) {
      users[size] = user;
      labels[size] = label;
      weights[size++] = weight;
    }
  }
}
