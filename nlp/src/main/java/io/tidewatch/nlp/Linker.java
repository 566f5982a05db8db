package io.tidewatch.nlp;

import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.text.PhraseFinder;
import io.tidewatch.nlp.text.TextNormalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds names of brands and products and decides the ambiguous ones by their context. The longest
 * name wins; a brand at the head of a product's name is reported beside it. Immutable.
 */
final class Linker {
  /** Characters on either side of an ambiguous alias in which its context words count. */
  private static final int CONTEXT = 60;

  private static final int SHORTEST_LINE = 4;
  private static final int LONGEST_CUT = 3;
  private static final String PARTICLES = "了的过着吗呢吧家们";
  private static final String COUNTED = "元块斤克个年月日点万亿倍折%米平";

  private final Catalogue catalogue;
  private final PhraseFinder<List<AliasIndex.Candidate>> aliases;
  private final PhraseFinder<AliasIndex.ContextWord> contextWords;
  private final Ambiguity ambiguity;

  Linker(Catalogue catalogue, TextNormalizer normalizer, Ambiguity ambiguity) {
    this.catalogue = catalogue;
    this.ambiguity = ambiguity;
    AliasIndex index = AliasIndex.of(catalogue, normalizer);
    aliases = index.aliases();
    contextWords = index.contextWords();
  }

  private record Hit(int start, int end, List<AliasIndex.Candidate> candidates, boolean cut) {

    /** One entity that nothing speaks against. */
    boolean certain() {
      return !cut && candidates.size() == 1 && candidates.getFirst().rule() == null;
    }
  }

  private record ContextHit(int start, int end, AliasIndex.ContextWord word) {}

  /** Names in order of start; of two that start together the longer first. */
  List<Linked> link(NormalText text, Hints hints, int[] wordEnds) {
    Compact compact = Compact.of(text);
    var hits = new ArrayList<Hit>();
    aliases.find(compact.chars, 0, compact.length, (from, to, candidates) -> {
      int start = compact.at(from);
      int end = compact.at(to - 1) + 1;
      if (bounded(text, start, end)) {
        hits.add(new Hit(start, end, candidates, cut(text, start, end, wordEnds)));
      }
    });
    if (hits.isEmpty()) {
      return List.of();
    }
    List<ContextHit> contexts = contexts(hits, compact);
    hits.sort(Comparator.comparingInt(Hit::start)
        .thenComparing(Comparator.comparingInt(Hit::end).reversed()));
    Set<String> certain = certainBrands(hits, hints);
    var linked = new ArrayList<Linked>();
    int free = 0;
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      if (hit.start() < free) {
        continue;
      }
      Linked best = decide(text, hit, contexts, certain);
      if (best == null) {
        continue;
      }
      linked.add(best);
      free = hit.end();
      if (best.entity().kind() == MentionKind.PRODUCT) {
        Linked head = head(hits, i, best);
        if (head != null) {
          linked.add(head);
        }
      }
    }
    return linked;
  }

  /** The context words of a text in which something is ambiguous, in order of their end. */
  private List<ContextHit> contexts(List<Hit> hits, Compact compact) {
    if (!ambiguous(hits)) {
      return List.of();
    }
    var contexts = new ArrayList<ContextHit>();
    contextWords.find(
        compact.chars,
        0,
        compact.length,
        (from, to, word) ->
            contexts.add(new ContextHit(compact.at(from), compact.at(to - 1) + 1, word)));
    return contexts;
  }

  private static boolean ambiguous(List<Hit> hits) {
    for (Hit hit : hits) {
      if (!hit.certain()) {
        return true;
      }
    }
    return false;
  }

  /** Latin names end where words end; a name is not the front of a longer model number. */
  private static boolean bounded(NormalText text, int start, int end) {
    char first = text.at(start);
    char last = text.at(end - 1);
    char before = start == 0 ? ' ' : text.at(start - 1);
    char after = end >= text.length() ? ' ' : text.at(end);
    if (text.mark(start) == NormalText.EMOTICON) {
      return false;
    }
    if (Characters.asciiLetter(first) && Characters.asciiLetter(before)) {
      return false;
    }
    if (Characters.asciiDigit(first) && (Characters.asciiLetterOrDigit(before) || before == '.')) {
      return false;
    }
    if (Characters.asciiLetter(last)) {
      return !Characters.asciiLetter(after)
          && (!Characters.asciiDigit(after) || letters(text, start, end) >= SHORTEST_LINE);
    }
    if (Characters.asciiDigit(last)) {
      return !Characters.asciiLetterOrDigit(after)
          && COUNTED.indexOf(after) < 0
          && !(after == '.' && end + 1 < text.length() && Characters.asciiDigit(text.at(end + 1)));
    }
    return true;
  }

  /** A short Chinese name whose edge lies inside a word that reaches beyond it: 广[大疆]土. */
  private static boolean cut(NormalText text, int start, int end, int[] wordEnds) {
    if (end - start > LONGEST_CUT) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (!Characters.han(text.at(i))) {
        return false;
      }
    }
    return inside(text, start, wordEnds) || inside(text, end, wordEnds);
  }

  /** Whether a Chinese word of two or more goes across a position. */
  private static boolean inside(NormalText text, int position, int[] wordEnds) {
    int found = Arrays.binarySearch(wordEnds, position);
    if (position == 0 || found >= 0 || -found - 1 >= wordEnds.length) {
      return false;
    }
    int from = found == -1 ? 0 : wordEnds[-found - 2];
    int to = wordEnds[-found - 1];
    for (int i = from; i < to; i++) {
      if (!Characters.han(text.at(i))) {
        return false;
      }
    }
    return PARTICLES.indexOf(text.at(to - 1)) < 0;
  }

  private static int letters(NormalText text, int start, int end) {
    int n = 0;
    for (int i = end - 1; i >= start && Characters.asciiLetter(text.at(i)); i--) {
      n++;
    }
    return n;
  }

  /** Brands that the text names without ambiguity, or that the hints give. */
  private Set<String> certainBrands(List<Hit> hits, Hints hints) {
    var brands = new HashSet<String>();
    catalogue.product(hints.productId()).map(Product::brandId).ifPresent(brands::add);
    int free = 0;
    for (Hit hit : hits) {
      if (hit.start() >= free && hit.certain()) {
        brands.add(hit.candidates().getFirst().entity().brandId());
        free = hit.end();
      }
    }
    return brands;
  }

  private @Nullable Linked decide(
      NormalText text, Hit hit, List<ContextHit> contexts, Set<String> certain) {
    List<AliasIndex.Candidate> candidates = hit.candidates();
    if (hit.certain()) {
      return new Linked(hit.start(), hit.end(), candidates.getFirst().entity(), null);
    }
    var place = ambiguity.place(text, hit.start(), hit.end());
    Linked best = null;
    double most = 0;
    for (AliasIndex.Candidate candidate : candidates) {
      var words = words(hit, candidate, contexts);
      var verdict = ambiguity.weigh(place, candidate, words, certain, hit.cut());
      if (verdict.odds() > most) {
        best = new Linked(hit.start(), hit.end(), candidate.entity(), verdict.reason());
        most = verdict.odds();
      }
    }
    return best;
  }

  /** Contexts are in order of their end. */
  private static int firstEndingAt(List<ContextHit> contexts, int position) {
    int low = 0;
    int high = contexts.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (contexts.get(mid).end() < position) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** The context words of a candidate's rule around a hit. */
  private static Ambiguity.Words words(
      Hit hit, AliasIndex.Candidate candidate, List<ContextHit> contexts) {
    AliasIndex.Numbered rule = candidate.rule();
    var support = new LinkedHashSet<String>();
    var against = new LinkedHashSet<String>();
    boolean covered = false;
    if (rule == null) {
      return Ambiguity.Words.none();
    }
    for (int i = firstEndingAt(contexts, hit.start() - CONTEXT); i < contexts.size(); i++) {
      ContextHit context = contexts.get(i);
      if (context.end() > hit.end() + CONTEXT) {
        break;
      }
      for (AliasIndex.Context c : context.word().contexts()) {
        if (c.rule() != rule.number()) {
          continue;
        }
        String phrase = context.word().phrase();
        boolean covers = context.start() <= hit.start() && context.end() >= hit.end();
        if (covers && context.end() - context.start() > hit.end() - hit.start()) {
          if (!c.supports()) {
            return new Ambiguity.Words(Set.of(), Set.of(phrase), -1);
          }
          covered = true;
          support.add(phrase);
        } else if (context.start() >= hit.end() || context.end() <= hit.start()) {
          (c.supports() ? support : against).add(phrase);
        }
      }
    }
    return new Ambiguity.Words(support, against, covered ? 1 : 0);
  }

  /** The brand whose name begins the product's. */
  private static @Nullable Linked head(List<Hit> hits, int product, Linked whole) {
    for (int i = product + 1; i < hits.size() && hits.get(i).start() == whole.start(); i++) {
      Hit hit = hits.get(i);
      for (AliasIndex.Candidate c : hit.candidates()) {
        if (c.entity().kind() == MentionKind.BRAND
            && c.entity().id().equals(whole.entity().brandId())) {
          return new Linked(
              hit.start(), hit.end(), c.entity(), c.rule() == null ? null : "product named");
        }
      }
    }
    return null;
  }
}
