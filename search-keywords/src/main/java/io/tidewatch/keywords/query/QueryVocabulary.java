package io.tidewatch.keywords.query;

import io.tidewatch.model.catalogue.AliasRule;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.query.QueryPart;
import io.tidewatch.model.query.QueryWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The listed words of one catalogue snapshot, one lexicon and one query log. Immutable once built;
 * safe from any thread.
 */
final class QueryVocabulary {
  /** Words of one Han character are listed only in the lexicon. */
  private static final int SHORTEST_NAME = 2;

  private static final int LONGEST_HEAD = 3;
  /** Single characters of this facet end kinds of goods and are no words by themselves. */
  private static final String HEAD_FACET = "head";

  private final QueryNormalizer normalizer;
  private final PhraseTrie<Sense> trie = new PhraseTrie<>();
  private final Map<String, Map<String, AliasRule>> rules = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> heads = new HashSet<>();
  private final CategoryKinds kinds;
  private final NameLikeness likeness;

  QueryVocabulary(
      Catalogue catalogue,
      Collection<QueryWord> lexicon,
      QueryStatistics statistics,
      QueryNormalizer normalizer) {
    this.normalizer = normalizer;
    for (AliasRule rule : catalogue.rules()) {
      rules
          .computeIfAbsent(normalizer.key(rule.alias()), a -> new HashMap<>())
          .put(rule.entityId(), rule);
    }
    for (QueryWord word : lexicon) {
      String usual = normalizer.key(word.usual());
      if (word.part() == QueryPart.CATEGORY && word.word().length() <= LONGEST_HEAD) {
        heads.add(normalizer.key(word.word()));
      }
      if (word.facet().equals(HEAD_FACET) && word.word().length() == 1) {
        continue;
      }
      put(
          normalizer.key(word.word()),
          Sense.word(
              word.part(),
              TypeReason.Code.LEXICON,
              word.facet(),
              word.part().label().charAt(0) + ":" + usual));
    }
    var brandNames = new HashSet<String>();
    for (Brand brand : catalogue.brands()) {
      brandNames.add(normalizer.key(brand.name()));
      brand.aliases().forEach(a -> brandNames.add(normalizer.key(a)));
    }
    kinds = new CategoryKinds(catalogue, trie, normalizer);
    likeness = new NameLikeness(brandNames, List.copyOf(seen));
    for (Brand brand : catalogue.brands()) {
      names(brand.name(), brand.aliases(), QueryPart.BRAND, brand.id(), "", "", brandNames);
    }
    for (Product product : catalogue.products()) {
      names(
          product.name(),
          product.aliases(),
          QueryPart.PRODUCT,
          product.id(),
          product.brandId(),
          product.categoryId(),
          brandNames);
    }
    statistics.heads().forEach(w -> learned(w, QueryPart.CATEGORY));
    statistics.names().forEach(w -> learned(w, QueryPart.BRAND));
  }

  PhraseTrie<Sense> trie() {
    return trie;
  }

  /** Every listed word in its normal form, lexicon first, then catalogue, then learned. */
  List<String> words() {
    return List.copyOf(words);
  }

  /** Which words name the plain goods of a category. */
  CategoryKinds kinds() {
    return kinds;
  }

  NameLikeness likeness() {
    return likeness;
  }

  boolean lists(String word) {
    return seen.contains(word);
  }

  /** The longest ending of {@code word} on which kinds of goods end; empty when it has none. */
  String headOf(String word) {
    for (int n = Math.min(LONGEST_HEAD, word.length()); n > 0; n--) {
      String ending = word.substring(word.length() - n);
      if (heads.contains(ending)) {
        return ending;
      }
    }
    return "";
  }

  private void names(
      String name,
      List<String> aliases,
      QueryPart part,
      String id,
      String brandId,
      String categoryId,
      Set<String> brandNames) {
    String mainName = normalizer.key(name);
    name(name, mainName, part, id, brandId, categoryId, brandNames);
    aliases.forEach(a -> name(a, mainName, part, id, brandId, categoryId, brandNames));
  }

  private void name(
      String alias,
      String mainName,
      QueryPart part,
      String id,
      String brandId,
      String categoryId,
      Set<String> brandNames) {
    String word = normalizer.key(alias);
    if (word.length() < SHORTEST_NAME
        || word.chars().allMatch(Character::isDigit)
        || brandAndGoods(word, brandNames, trie)) {
      return;
    }
    AliasRule rule = rules.getOrDefault(word, Map.of()).get(id);
    put(
        word,
        new Sense(
            part,
            new TypeReason(TypeReason.Code.CATALOGUE, id),
            part.label().charAt(0) + "=" + id + line(word, mainName, part),
            rule == null || rule.linkByDefault(),
            rule == null ? List.of() : keys(rule.support()),
            rule == null ? List.of() : keys(rule.against()),
            brandId.isEmpty() ? "" : "b=" + brandId,
            categoryId));
  }

  /** What an alias of a brand adds to the brand's own name, for it is rather a line: {@code 五菱宏光}. */
  private static String line(String alias, String mainName, QueryPart part) {
    boolean longer = part == QueryPart.BRAND
        && alias.length() > mainName.length()
        && alias.contains(mainName)
        && mainName.chars().allMatch(c -> QueryNormalizer.han((char) c));
    return longer ? "+" + alias.replace(mainName, "") : "";
  }

  /** Whether a name only says which maker's goods are meant, as in {@code 戴森吹风机}. */
  private static boolean brandAndGoods(
      String word, Set<String> brandNames, PhraseTrie<Sense> trie) {
    for (int cut = SHORTEST_NAME; cut < word.length(); cut++) {
      if (brandNames.contains(word.substring(0, cut))
          && trie.get(word.substring(cut)).stream().anyMatch(s -> !s.catalogue())) {
        return true;
      }
    }
    return false;
  }

  private List<String> keys(List<String> phrases) {
    return phrases.stream().map(normalizer::key).filter(p -> !p.isEmpty()).toList();
  }

  private void learned(String word, QueryPart part) {
    if (!seen.contains(word)) {
      put(
          word,
          Sense.word(part, TypeReason.Code.STATISTICS, word, part.label().charAt(0) + ":" + word));
    }
  }

  private void put(String word, Sense sense) {
    if (word.isEmpty()) {
      return;
    }
    trie.put(word, sense);
    if (seen.add(word)) {
      words.add(word);
    }
  }
}
