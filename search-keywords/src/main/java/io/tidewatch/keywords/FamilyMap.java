package io.tidewatch.keywords;

import io.tidewatch.keywords.query.QueryFamily;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The families of one window's keywords: each keyword has a head, which is the member that was
 * searched most, and each head a root word. A keyword that was not in the window is its own head.
 * Immutable.
 */
public final class FamilyMap {
  /** No keyword has another spelling. */
  public static final FamilyMap ALONE = new FamilyMap(List.of(), Map.of());

  private final Map<String, QueryFamily> byHead;
  private final Map<String, String> heads;
  private final Map<String, String> roots;

  /**
   * @param families those of two members or more
   * @param roots root words by head, where they are not the head itself
   */
  FamilyMap(Collection<QueryFamily> families, Map<String, String> roots) {
    byHead = HashMap.newHashMap(families.size());
    heads = new HashMap<>();
    for (QueryFamily family : families) {
      byHead.put(family.name(), family);
      family.members().forEach(member -> heads.put(member.query(), family.name()));
    }
    this.roots = Collections.unmodifiableMap(new HashMap<>(roots));
  }

  /** Of all families of a log. */
  static FamilyMap of(Collection<QueryFamily> families) {
    var roots = new HashMap<String, String>();
    for (QueryFamily family : families) {
      if (!family.root().equals(family.name())) {
        roots.put(family.name(), family.root());
      }
    }
    return new FamilyMap(
        families.stream().filter(family -> family.members().size() > 1).toList(), roots);
  }

  /** The head of a keyword's family: itself when it stands alone. */
  public String head(String keyword) {
    return heads.getOrDefault(keyword, keyword);
  }

  /** Heads by keyword, of the members that are not their own. */
  Map<String, String> heads() {
    var others = new HashMap<String, String>();
    heads.forEach((keyword, head) -> {
      if (!keyword.equals(head)) {
        others.put(keyword, head);
      }
    });
    return others;
  }

  /** What is to be bought by the word of a head: {@code 夏季碎花连衣裙女} has 连衣裙. */
  public String root(String head) {
    return roots.getOrDefault(head, head);
  }

  /** The members of a head's family, itself first, then the most searched; empty when it is alone. */
  public List<QueryFamily.Member> members(String head) {
    QueryFamily family = byHead.get(head);
    return family == null ? List.of() : family.members();
  }

  /** Families of two members or more. */
  Collection<QueryFamily> families() {
    return Collections.unmodifiableCollection(byHead.values());
  }

  /** Root words by head, where they are not the head itself. */
  Map<String, String> roots() {
    return roots;
  }
}
