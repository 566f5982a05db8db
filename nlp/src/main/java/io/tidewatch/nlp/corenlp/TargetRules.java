package io.tidewatch.nlp.corenlp;

import io.tidewatch.nlp.DeepReader.Decision;
import io.tidewatch.nlp.DeepReader.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides by dependency relations which name each opinion of a sentence is about: its subject, what
 * it modifies, what a verb of liking takes as object; and, in a comparison, against which name.
 */
final class TargetRules {
  private static final Set<String> COMPARING = Set.of("比", "比起", "相比", "较", "相较", "对比");
  private static final Set<String> LACKING = Set.of("没有", "没", "不如", "不及");
  private static final Set<String> OWNERS =
      Set.of("nmod:assmod", "compound:nn", "nmod", "nmod:poss", "nn", "assmod", "name", "appos");
  private static final Set<String> CHAINS =
      Set.of("conj", "dep", "advmod:rcomp", "ccomp", "parataxis:prnmod", "xcomp", "advcl:loc");
  private static final Set<String> FEELING =
      Set.of("喜欢", "讨厌", "爱", "推荐", "支持", "嫌弃", "后悔", "怀念", "种草", "拔草", "避雷", "最爱", "吐槽");
  private static final int LONGEST_CHAIN = 6;

  /** A dependency between two words. */
  record Relation(int head, int child, String name) {}

  private final List<Token> words;
  private final List<Relation> relations;

  TargetRules(List<Token> words, List<Relation> relations) {
    this.words = words;
    this.relations = relations;
  }

  /** One decision for each opinion that syntax reaches. */
  List<Decision> decide() {
    var decisions = new ArrayList<Decision>();
    for (int i = 1; i <= words.size(); i++) {
      int opinion = words.get(i - 1).opinion();
      if (opinion < 0) {
        continue;
      }
      int subject = target(i);
      int object = compared(i);
      int lacking = lacking(i);
      if (lacking > 0) {
        object = words.get(lacking).mention();
        subject = before(lacking - 1);
      }
      if (subject >= 0 && subject != object) {
        decisions.add(new Decision(opinion, subject, object, lacking > 0));
      }
    }
    return decisions;
  }

  /** The mention that the opinion at word {@code i} judges; -1 when syntax does not say. */
  private int target(int i) {
    if (FEELING.contains(words.get(i - 1).word())) {
      for (Relation r : children(i)) {
        if (r.name().equals("dobj")) {
          int owned = owner(r.child());
          if (owned >= 0) {
            return owned;
          }
        }
      }
    }
    int at = i;
    for (int step = 0; step < LONGEST_CHAIN && at > 0; step++) {
      for (Relation r : children(at)) {
        if (r.name().startsWith("nsubj") || r.name().equals("top")) {
          int owned = owner(r.child());
          if (owned >= 0) {
            return owned;
          }
          if (at == i && ownSubject(r.child())) {
            return -1;
          }
        }
      }
      Relation up = parent(at);
      if (up == null || up.head() == 0) {
        return -1;
      }
      if (up.name().equals("amod") || up.name().startsWith("acl")) {
        int owned = owner(up.head());
        if (owned >= 0) {
          return owned;
        }
      } else if (up.name().startsWith("nsubj")) {
        return -1;
      } else if (!CHAINS.contains(up.name())) {
        return -1;
      }
      at = up.head();
    }
    return -1;
  }

  /** A subject that is a thing of its own, so that the opinion is not about an earlier name. */
  private boolean ownSubject(int word) {
    return words.get(word - 1).word().length() > 1;
  }

  /** The mention that the opinion at word {@code i} is compared with; -1 without a comparison. */
  private int compared(int i) {
    for (int at : predicates(i)) {
      for (Relation r : children(at)) {
        if (r.name().equals("nmod:prep") && marked(r.child())) {
          int owned = owner(r.child());
          if (owned >= 0) {
            return owned;
          }
        }
      }
    }
    return -1;
  }

  /** Number of the word 没有 in "A 没有 B 好用", whose opinion is at {@code i}; 0 without one. */
  private int lacking(int i) {
    for (int at = i - 1; at > 1 && at > i - 5; at--) {
      if (words.get(at - 1).mention() >= 0) {
        return LACKING.contains(words.get(at - 2).word()) ? at - 1 : 0;
      }
    }
    return 0;
  }

  /** The last mention among the first {@code count} words, within the clause. */
  private int before(int count) {
    for (int at = count; at > 0; at--) {
      if (words.get(at - 1).mention() >= 0) {
        return words.get(at - 1).mention();
      }
      if (words.get(at - 1).word().equals(",")) {
        return -1;
      }
    }
    return -1;
  }

  /** The word itself and the predicate that it completes. */
  private List<Integer> predicates(int i) {
    Relation up = parent(i);
    if (up != null
        && up.head() > 0
        && Set.of("advmod:rcomp", "dep", "ccomp", "xcomp").contains(up.name())) {
      return List.of(i, up.head());
    }
    return List.of(i);
  }

  private boolean marked(int word) {
    for (Relation r : children(word)) {
      if (r.name().equals("case") && COMPARING.contains(words.get(r.child() - 1).word())) {
        return true;
      }
    }
    return false;
  }

  /** The mention at a word, or that owns it, or that it is joined to. */
  private int owner(int word) {
    return owner(word, new HashSet<>());
  }

  private int owner(int word, Set<Integer> seen) {
    if (word < 1 || word > words.size() || !seen.add(word)) {
      return -1;
    }
    if (words.get(word - 1).mention() >= 0) {
      return words.get(word - 1).mention();
    }
    for (Relation r : children(word)) {
      if (OWNERS.contains(r.name())) {
        int owned = owner(r.child(), seen);
        if (owned >= 0) {
          return owned;
        }
      }
    }
    return -1;
  }

  private List<Relation> children(int head) {
    return relations.stream().filter(r -> r.head() == head).toList();
  }

  private @org.jspecify.annotations.Nullable Relation parent(int child) {
    for (Relation r : relations) {
      if (r.child() == child) {
        return r;
      }
    }
    return null;
  }
}
