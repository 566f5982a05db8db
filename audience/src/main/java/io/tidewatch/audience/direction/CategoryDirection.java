package io.tidewatch.audience.direction;

import io.tidewatch.audience.Wording;
import io.tidewatch.audience.formula.AssociationRule;

/**
 * Scores users by their interest in the target's main categories, in categories that lead to them,
 * and in related brands: Σ weight·tanh(interest/s), with the weights of {@link RelatedCategories}
 * and the Jaccard of {@link RelatedBrands}.
 */
public final class CategoryDirection implements Direction {

  @Override
  public String name() {
    return "category";
  }

  @Override
  public boolean needsBrand() {
    return false;
  }

  @Override
  public Reach reach(Brief brief) {
    var columns = new WeightedColumns(brief);
    for (RelatedCategories.Related related : RelatedCategories.of(brief)) {
      columns.add(related.column(), related.weight(), text(brief.wording(), related));
    }
    for (RelatedBrands.Related related : RelatedBrands.of(brief)) {
      columns.add(
          related.column(),
          related.likeness().jaccard(),
          brief
              .wording()
              .say(
                  "近期关注关联品牌「%s」(用户 Jaccard %.3f)",
                  "Lately interested in the related brand %s (Jaccard of users %.3f)",
                  brief.wording().brand(related.brandId()),
                  related.likeness().jaccard()));
    }
    float[] scores = new float[brief.matrix().users()];
    brief.universe().forEach(user -> scores[user] = columns.score(user));
    return new Reach(name(), scores, user -> {
      var parts = new RankedParts();
      columns.reasons(user, name(), parts);
      return parts.reasons();
    });
  }

  private static String text(Wording wording, RelatedCategories.Related related) {
    AssociationRule rule = related.rule();
    if (rule == null) {
      return wording.say(
          "近期关注主营类目「%s」",
          "Lately interested in the main category %s", wording.category(related.categoryId()));
    }
    return wording.say(
        "近期关注关联类目「%s」→「%s」(提升度 %.2f,置信度下限 %.3f)",
        "Lately interested in the category %s, which leads to %s (lift %.2f, confidence at least"
            + " %.3f)",
        wording.category(related.categoryId()),
        wording.category(related.main()),
        rule.lift(),
        rule.low());
  }
}
