package io.tidewatch.keywords.query;

import java.util.List;

/**
 * Queries that mean the same word.
 *
 * @param name the member that was typed most; of equals the shorter, then the first in text order
 * @param root the root word of {@code name}
 * @param count of all members
 * @param members most used first, {@code name} before all
 */
public record QueryFamily(String name, String root, long count, List<Member> members) {

  public QueryFamily {
    members = List.copyOf(members);
  }

  /**
   * One way to type it.
   *
   * @param joins why it belongs to the family, from itself to the name; empty for the name
   */
  public record Member(String query, long count, List<JoinReason> joins) {
    public Member {
      joins = List.copyOf(joins);
    }
  }
}
