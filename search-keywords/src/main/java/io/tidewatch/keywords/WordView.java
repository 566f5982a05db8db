package io.tidewatch.keywords;

import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.query.JoinReason;
import io.tidewatch.keywords.query.QueryFamily;
import io.tidewatch.keywords.query.TypedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a keyword asks for, and its spellings.
 *
 * @param type such as {@code brand+category}; null when nobody can tell
 * @param head the most searched spelling
 * @param root what is to be bought by it
 */
record WordView(
    @Nullable String type,
    List<KeywordRow.TypePart> parts,
    String head,
    String root,
    KeywordRow.Family family) {

  /** {@code count}: how often a word that stands alone was searched; null when unknown. */
  static WordView of(
      String keyword, @Nullable Long count, FamilyMap families, KeywordFamilies types) {
    TypedQuery typed = types.type(keyword);
    String head = families.head(keyword);
    return new WordView(
        typed == null ? null : typed.type(),
        typed == null ? List.of() : parts(typed),
        head,
        families.root(head),
        family(keyword, count, families.members(head)));
  }

  private static List<KeywordRow.TypePart> parts(TypedQuery typed) {
    return typed.spans().stream()
        .map(span -> new KeywordRow.TypePart(
            span.word(),
            span.part().label(),
            span.reason().code().label(),
            span.reason().detail()))
        .toList();
  }

  private static KeywordRow.Family family(
      String keyword, @Nullable Long count, List<QueryFamily.Member> members) {
    if (members.isEmpty()) {
      return new KeywordRow.Family(1, List.of(new KeywordRow.Member(keyword, count, List.of())));
    }
    return new KeywordRow.Family(
        members.size(),
        members.stream()
            .limit(KeywordRow.MEMBERS)
            .map(member -> new KeywordRow.Member(
                member.query(),
                member.count(),
                member.joins().stream().map(JoinReason::label).toList()))
            .toList());
  }
}
