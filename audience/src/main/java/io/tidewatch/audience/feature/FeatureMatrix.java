package io.tidewatch.audience.feature;

import io.tidewatch.audience.facts.UserSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Users by features as compressed sparse rows: the entries of user u lie at {@link #first}(u) to
 * {@link #end}(u), columns ascending. Rows are the numbered users of the packed facts; those outside
 * the base population have no entries. Immutable and safe from any thread.
 */
public final class FeatureMatrix {
  private final UserSet base;
  private final List<Feature> features;
  private final int[] starts;
  private final int[] columns;
  private final float[] values;
  private final float[] carried;
  private final int[] newest;
  private volatile @Nullable List<UserSet> carriers;

  /**
   * @param carried by column, the value from which a user carries the feature
   * @param newest by place of the kind
   */
  FeatureMatrix(
      UserSet base,
      List<Feature> features,
      int[] starts,
      int[] columns,
      float[] values,
      float[] carried,
      int[] newest) {
    this.base = base;
    this.features = List.copyOf(features);
    this.starts = starts;
    this.columns = columns;
    this.values = values;
    this.carried = carried;
    this.newest = newest;
  }

  /** Rows, also of users outside the base. */
  public int users() {
    return starts.length - 1;
  }

  /** The base population: the only users with entries. */
  public UserSet base() {
    return base;
  }

  /** Columns. */
  public int features() {
    return features.size();
  }

  public Feature feature(int column) {
    return features.get(column);
  }

  /** The first entry of a user. */
  public int first(int user) {
    return starts[user];
  }

  /** The entry behind the last one of a user. */
  public int end(int user) {
    return starts[user + 1];
  }

  public int column(int entry) {
    return columns[entry];
  }

  /** The value of an entry, finite; see {@link FeatureKind#measure}. */
  public float value(int entry) {
    return values[entry];
  }

  /** How many entries there are. */
  public int size() {
    return columns.length;
  }

  /** Whether an entry is enough for its user to count as carrying the feature. */
  public boolean isCarried(int entry) {
    return values[entry] >= carried[columns[entry]];
  }

  /** Seconds before T of the newest fact of a kind; -1 when there is none. */
  public int newest(FeatureKind kind) {
    return newest[kind.place()];
  }

  /** Users of the base who carry a feature, as a bitmap; all are made at the first call. */
  public UserSet carriers(int column) {
    List<UserSet> sets = carriers;
    if (sets == null) {
      sets = transposed();
      carriers = sets;
    }
    return sets.get(column);
  }

  private List<UserSet> transposed() {
    List<UserSet.Builder> builders =
        features.stream().map(f -> new UserSet.Builder()).toList();
    for (int user = 0; user < users(); user++) {
      for (int entry = starts[user]; entry < starts[user + 1]; entry++) {
        if (isCarried(entry)) {
          builders.get(columns[entry]).add(user);
        }
      }
    }
    return builders.stream().map(UserSet.Builder::build).toList();
  }
}
