package io.tidewatch.nlp;

import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.catalogue.AliasRule;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.PhraseFinder;
import io.tidewatch.nlp.text.TextNormalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All aliases of a catalogue, and apart from them the context words of the ambiguous ones. Immutable. */
final class AliasIndex {

  /** An entity under one alias; {@code rule} is null when the alias is not ambiguous for it. */
  record Candidate(Entity entity, @Nullable Numbered rule) {}

  /** A rule with its number, by which contexts find it. */
  record Numbered(int number, boolean linkByDefault) {}

  /** A context word for or against the entity of the rule of that number. */
  record Context(int rule, boolean supports) {}

  /** A folded word that says which of its entities an ambiguous alias means. */
  record ContextWord(String phrase, List<Context> contexts) {}

  private final TextNormalizer normalizer;
  private final Map<String, List<Candidate>> candidates = new HashMap<>();
  private final Map<String, List<Context>> contexts = new HashMap<>();

  private AliasIndex(TextNormalizer normalizer) {
    this.normalizer = normalizer;
  }

  /** Reads a catalogue. */
  static AliasIndex of(Catalogue catalogue, TextNormalizer normalizer) {
    var index = new AliasIndex(normalizer);
    index.read(catalogue);
    return index;
  }

  /** Folded aliases with the entities that each can mean. */
  PhraseFinder<List<Candidate>> aliases() {
    var all = new HashMap<String, List<Candidate>>();
    candidates.forEach((phrase, c) -> all.put(phrase, List.copyOf(c)));
    return new PhraseFinder<>(all);
  }

  /** Folded context words of all rules. */
  PhraseFinder<ContextWord> contextWords() {
    var all = new HashMap<String, ContextWord>();
    contexts.forEach((phrase, c) -> all.put(phrase, new ContextWord(phrase, List.copyOf(c))));
    return new PhraseFinder<>(all);
  }

  /** Removes what people leave out at will: hyphens, dots, and spaces except between letters. */
  static String compact(String folded) {
    var out = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      char before = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
      char after = i + 1 < folded.length() ? folded.charAt(i + 1) : ' ';
      if (!skipped(before, c, after)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Whether {@code c} is left out somewhere. */
  static boolean skippable(char c) {
    return c == ' ' || c == '-' || c == '·' || c == '\'';
  }

  /** Whether {@code c} between {@code before} and {@code after} is left out when matching. */
  static boolean skipped(char before, char c, char after) {
    return switch (c) {
      case ' ' -> !(Characters.asciiLetter(before) && Characters.asciiLetter(after));
      case '-', '·', '\'' -> wordy(before) && wordy(after);
      default -> false;
    };
  }

  private static boolean wordy(char c) {
    return Characters.asciiLetterOrDigit(c) || Characters.han(c);
  }

  private void read(Catalogue catalogue) {
    var rules = new HashMap<String, Numbered>();
    int next = 0;
    for (AliasRule rule : catalogue.rules()) {
      int number = next++;
      rules.put(
          key(rule.alias()) + '\t' + rule.entityId(), new Numbered(number, rule.linkByDefault()));
      rule.support().forEach(word -> context(word, new Context(number, true)));
      rule.against().forEach(word -> context(word, new Context(number, false)));
    }
    for (Brand brand : catalogue.brands()) {
      var entity = new Entity(
          MentionKind.BRAND,
          brand.id(),
          brand.id(),
          Set.copyOf(brand.categories()),
          Set.copyOf(brand.rivals()));
      names(brand.name(), brand.aliases(), entity, rules);
    }
    for (Product product : catalogue.products()) {
      var entity = new Entity(
          MentionKind.PRODUCT,
          product.id(),
          product.brandId(),
          Set.of(product.categoryId()),
          catalogue.brand(product.brandId()).map(b -> Set.copyOf(b.rivals())).orElse(Set.of()));
      names(product.name(), product.aliases(), entity, rules);
    }
  }

  private void names(
      String name, List<String> aliases, Entity entity, Map<String, Numbered> rules) {
    carry(name, entity, rules);
    aliases.forEach(alias -> carry(alias, entity, rules));
  }

  private void carry(String alias, Entity entity, Map<String, Numbered> rules) {
    String phrase = key(alias);
    if (phrase.isEmpty()) {
      return;
    }
    var candidate = new Candidate(entity, rules.get(phrase + '\t' + entity.id()));
    add(phrase, candidate);
    String joined = phrase.replace(" ", "");
    if (joined.length() > 4) {
      add(joined, candidate);
    }
  }

  private void add(String phrase, Candidate candidate) {
    List<Candidate> all = candidates.computeIfAbsent(phrase, p -> new ArrayList<>(1));
    if (all.stream().noneMatch(c -> c.entity().equals(candidate.entity()))) {
      all.add(candidate);
    }
  }

  private void context(String word, Context context) {
    String phrase = key(word);
    if (!phrase.isEmpty()) {
      contexts.computeIfAbsent(phrase, p -> new ArrayList<>(2)).add(context);
    }
  }

  private String key(String alias) {
    return compact(normalizer.fold(alias));
  }
}
