package io.tidewatch.audience.direction;

import java.util.List;

/** A way from a target audience to users who are not in it. Stateless. */
public sealed interface Direction
    permits InterestDirection,
        CategoryDirection,
        CompetitorDirection,
        SearchDirection,
        LostDirection,
        PeerDirection {

  /** All six, in the order of answers. */
  List<Direction> ALL = List.of(
      new InterestDirection(),
      new CategoryDirection(),
      new CompetitorDirection(),
      new SearchDirection(),
      new LostDirection(),
      new PeerDirection());

  /** Its name in questions and answers. */
  String name();

  /** Whether it only makes sense for a brand. */
  boolean needsBrand();

  /** Scores users of the universe. */
  Reach reach(Brief brief);
}
