package io.tidewatch.audience.direction;

import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import java.util.Arrays;
import java.util.List;

/**
 * Scores users of the brand's rivals: Σ over rivals of f·tanh(interest/s)·(1 + g). f is the rival's
 * flow to the brand ({@link BrandFlows}) over the largest one, 1 for all where nobody ever moved;
 * interest is the decayed weight of what the user did with the rival; g is 1 for who sent an order
 * of the rival back, wholly or in part, or rated it poorly of late, else 0.
 */
public final class CompetitorDirection implements Direction {

  @Override
  public String name() {
    return "competitor";
  }

  @Override
  public boolean needsBrand() {
    return true;
  }

  @Override
  public Reach reach(Brief brief) {
    Brief.OfBrand brand = brief.brand();
    if (brand == null) {
      return Reach.nobody(name(), brief.matrix().users());
    }
    var scoring = new Scoring(brief, flows(brief, brand));
    float[] scores = new float[brief.matrix().users()];
    brief.universe().forEach(user -> scores[user] = scoring.score(user));
    return new Reach(name(), scores, scoring::reasons);
  }

  /** The brand's rivals, best first, and what each exchanges with it. */
  public static List<BrandFlows.Flow> flows(Brief brief, Brief.OfBrand brand) {
    return BrandFlows.of(
        brief.facts(),
        brief.matrix().base(),
        brand.scope().brand(),
        Rivals.of(brief, brand),
        brief.config().directions().flowPrior());
  }

  private static final class Scoring {
    private final Brief brief;
    private final UserFacts facts;
    private final List<BrandFlows.Flow> flows;
    private final double largest;
    private final int[] rivalOf;
    private final double[] interests;
    private final boolean[] grieved;

    Scoring(Brief brief, List<BrandFlows.Flow> flows) {
      this.brief = brief;
      this.facts = brief.facts();
      this.flows = flows;
      this.largest = flows.stream().mapToDouble(BrandFlows.Flow::rate).max().orElse(0);
      this.rivalOf = new int[facts.brands().size()];
      for (int i = 0; i < flows.size(); i++) {
        rivalOf[facts.brands().number(flows.get(i).rivalId())] = i + 1;
      }
      this.interests = new double[flows.size()];
      this.grieved = new boolean[flows.size()];
    }

    private void read(int user) {
      Arrays.fill(interests, 0);
      Arrays.fill(grieved, false);
      for (int fact = facts.first(user); fact < facts.end(user); fact++) {
        int brand = facts.brand(fact);
        int rival = brand == Names.NONE ? 0 : rivalOf[brand];
        if (rival > 0) {
          interests[rival - 1] += brief.weights().of(facts.action(fact), facts.day(fact));
          grieved[rival - 1] |= isGrievance(fact);
        }
      }
    }

    private boolean isGrievance(int fact) {
      if (facts.age(fact) > brief.config().directions().grievanceDays() * (long) UserFacts.DAY) {
        return false;
      }
      Action action = facts.action(fact);
      return (action == Action.ORDER
              && (facts.isPartlyRefunded(fact)
                  || (facts.returnedAge(fact) != Names.NONE
                      && facts.returnedAge(fact) < facts.age(fact))))
          || (action == Action.RATING
              && facts.value(fact) <= brief.config().directions().poorStars());
    }

    private double part(int rival) {
      double flow = largest == 0 ? 1 : flows.get(rival).rate() / largest;
      return flow
          * Math.tanh(interests[rival] / brief.config().saturation())
          * (grieved[rival] ? 2 : 1);
    }

    float score(int user) {
      read(user);
      double score = 0;
      for (int rival = 0; rival < interests.length; rival++) {
        score += part(rival);
      }
      return (float) score;
    }

    List<Reason> reasons(int user) {
      read(user);
      var parts = new RankedParts();
      for (int rival = 0; rival < interests.length; rival++) {
        BrandFlows.Flow flow = flows.get(rival);
        if (part(rival) > 0) {
          parts.add(new Reason(
              "competitor",
              text(flow, grieved[rival]),
              "brand:" + flow.rivalId(),
              interests[rival],
              part(rival)));
        }
      }
      return parts.reasons();
    }

    private String text(BrandFlows.Flow flow, boolean unhappy) {
      String name = brief.wording().brand(flow.rivalId());
      return unhappy
          ? brief
              .wording()
              .say(
                  "竞品「%s」的用户,近期有退款或差评;其后续订单中 %d/%d 转向本品牌",
                  "Uses the rival %s and lately sent something back or rated it poorly; %d of %d of"
                      + " its next orders came to this brand",
                  name,
                  flow.gained(),
                  flow.left())
          : brief
              .wording()
              .say(
                  "竞品「%s」的用户;其后续订单中 %d/%d 转向本品牌",
                  "Uses the rival %s; %d of %d of its next orders came to this brand",
                  name,
                  flow.gained(),
                  flow.left());
    }
  }
}
