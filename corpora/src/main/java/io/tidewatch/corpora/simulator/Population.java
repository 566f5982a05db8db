package io.tidewatch.corpora.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The people of a market. Each follows one of a few archetypes, which like the same handful of
 * categories, so that who buys in one category tells something about the others.
 */
record Population(List<Shopper> shoppers, Weights posting) {
  private static final int ARCHETYPES = 8;
  private static final double ATTENTION = .85;
  private static final List<String> CITIES =
      List.of("北京", "上海", "广州", "深圳", "杭州", "成都", "重庆", "武汉", "西安", "南京", "长沙", "青岛");
  private static final List<String> AGES = List.of("18-24", "25-29", "30-34", "35-44", "45+");
  private static final List<String> FIRST = List.of(
      "爱吃", "晚睡", "通勤", "认真", "圆滚滚", "快乐", "暴躁", "佛系", "山城", "江南", "追风", "早八", "省钱", "半糖", "月光",
      "精致", "摸鱼", "奔跑", "养生", "发呆");
  private static final List<String> SECOND = List.of(
      "小熊", "橘猫", "柚子", "土豆", "汤圆", "阿呆", "鲸鱼", "番茄", "奶盖", "面包", "石榴", "企鹅", "荔枝", "麦子", "松鼠",
      "云朵", "芋圆", "年糕", "海盐", "毛豆");

  Population {
    shoppers = List.copyOf(shoppers);
  }

  static Population of(SimulatorConfig config, Market market) {
    List<Weights> archetypes = archetypes(config, market);
    var shoppers = new ArrayList<Shopper>(config.users());
    double[] posting = new double[config.users()];
    for (int i = 0; i < config.users(); i++) {
      Shopper shopper = shopper(i, config, market, archetypes);
      shoppers.add(shopper);
      posting[i] = shopper.posting();
    }
    return new Population(shoppers, Weights.of(posting));
  }

  /** The people who care for a category; everybody when nobody does. */
  List<Shopper> caringFor(int shelf) {
    var caring = shoppers.stream().filter(s -> s.cares(shelf)).toList();
    return caring.isEmpty() ? shoppers : caring;
  }

  private static List<Weights> archetypes(SimulatorConfig config, Market market) {
    var archetypes = new ArrayList<Weights>();
    for (int a = 0; a < ARCHETYPES; a++) {
      var chance = Chance.of(config.seed(), "archetype", a);
      double[] liking = new double[market.shelves().size()];
      for (int i = 0; i < 5; i++) {
        liking[chance.index(market.popularities())] += 1;
      }
      archetypes.add(Weights.of(liking));
    }
    return archetypes;
  }

  private static Shopper shopper(
      int number, SimulatorConfig config, Market market, List<Weights> archetypes) {
    var chance = Chance.of(config.seed(), "shopper", number);
    int archetype = chance.integer(0, archetypes.size() - 1);
    double[] interests = new double[market.shelves().size()];
    Map<Integer, List<Integer>> favourites = new HashMap<>();
    int liked = chance.integer(2, 3);
    for (int i = 0; i <= liked; i++) {
      int shelf = chance.index(i < liked ? archetypes.get(archetype) : market.popularities());
      interests[shelf] += .3 + chance.exponential();
      favourites.computeIfAbsent(shelf, s -> preferred(market.shelves().get(s), chance));
    }
    double affluence = chance.normal();
    return new Shopper(
        number,
        String.format(Locale.ROOT, "u%05d", number + 1),
        String.format(Locale.ROOT, "a%05d", number + 1),
        chance.oneOf(FIRST) + "的" + chance.oneOf(SECOND) + (number + 1),
        Math.exp(.8 * chance.normal() - .32),
        Math.exp(chance.normal() - .5),
        Math.round(Math.exp(4.5 + 1.6 * chance.normal())),
        spread(interests),
        favourites,
        .5 * affluence,
        attributes(archetype, affluence, config, chance));
  }

  private static List<Integer> preferred(Shelf shelf, Chance chance) {
    int first = chance.index(shelf.shares());
    int second = chance.index(shelf.shares());
    return first == second || chance.happens(.5) ? List.of(first) : List.of(first, second);
  }

  private static Weights spread(double[] interests) {
    double sum = java.util.Arrays.stream(interests).sum();
    for (int i = 0; i < interests.length; i++) {
      interests[i] = ATTENTION * interests[i] / sum + (1 - ATTENTION) / interests.length;
    }
    return Weights.of(interests);
  }

  private static Map<String, String> attributes(
      int archetype, double affluence, SimulatorConfig config, Chance chance) {
    var leaning = Chance.of(config.seed(), "archetype people", archetype);
    double women = leaning.between(.2, .8);
    int age = leaning.integer(0, AGES.size() - 1);
    int own = Math.clamp(age + Math.round(chance.normal() * .9), 0, AGES.size() - 1);
    return Map.of(
        "gender", chance.happens(women) ? "female" : "male",
        "ageBand", AGES.get(own),
        "city", chance.oneOf(affluence > 0 ? CITIES.subList(0, 6) : CITIES));
  }
}
