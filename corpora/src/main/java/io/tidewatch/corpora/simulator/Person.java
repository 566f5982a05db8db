package io.tidewatch.corpora.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A person with tastes nobody sees. A slot is the place of a category among those the person cares
 * for.
 *
 * @param number 0-based
 * @param activity factor of the mean number of visits
 * @param posting factor of the mean number of posts
 * @param liked numbers of the shelves the person cares for, without repetition
 * @param weights by slot, summing to 1
 * @param favourites by slot: numbers of the preferred stalls
 * @param budget natural logarithm of price over the category's median
 * @param thrift what a discount is worth, 0 to about 3
 * @param taste number of the property that the person looks for in a product
 * @param persuasion factor on the wish for a brand while its campaign runs, above 0
 * @param openness what talk does to the person, 0 to about 3
 * @param gifting how readily the person buys presents, 0 to about 3
 */
record Person(
    int number,
    int archetype,
    double activity,
    double posting,
    long followers,
    List<Integer> liked,
    Weights weights,
    List<List<Integer>> favourites,
    double budget,
    double thrift,
    int taste,
    double persuasion,
    double openness,
    double gifting) {

  /** Properties that products have and people look for. */
  static final int TASTES = 5;

  /** Share of the attention that goes to the categories a person cares for. */
  static final double ATTENTION = .85;

  private static final double FAVOUR = 4;
  private static final List<String> CITIES =
      List.of("北京", "上海", "广州", "深圳", "杭州", "成都", "重庆", "武汉", "西安", "南京", "长沙", "青岛");
  private static final List<String> AGES = List.of("18-24", "25-29", "30-34", "35-44", "45+");
  private static final List<String> FIRST = List.of(
      "爱吃", "晚睡", "通勤", "认真", "圆滚滚", "快乐", "暴躁", "佛系", "山城", "江南", "追风", "早八", "省钱", "半糖", "月光",
      "精致", "摸鱼", "奔跑", "养生", "发呆");
  private static final List<String> SECOND = List.of(
      "小熊", "橘猫", "柚子", "土豆", "汤圆", "阿呆", "鲸鱼", "番茄", "奶盖", "面包", "石榴", "企鹅", "荔枝", "麦子", "松鼠",
      "云朵", "芋圆", "年糕", "海盐", "毛豆");

  Person {
    liked = List.copyOf(liked);
    favourites = favourites.stream().map(List::copyOf).toList();
  }

  String id() {
    return "u" + padded();
  }

  /** The name under which the records know the author of the person's posts. */
  String author() {
    return "a" + padded();
  }

  /** The name under which the person posts. */
  String handle() {
    return FIRST.get(Math.floorMod(Hashes.mix(number, 1), FIRST.size())) + "的"
        + SECOND.get(Math.floorMod(Hashes.mix(number, 2), SECOND.size())) + (number + 1);
  }

  /** The slot of a shelf, -1 when the person does not care for it. */
  int slot(int shelf) {
    return liked.indexOf(shelf);
  }

  /** Whether the person cares for the category at all. */
  boolean cares(int shelf) {
    return liked.contains(shelf);
  }

  /** What is left of {@code shares} by stall once the person's preferences weigh in. */
  double[] lean(int shelf, Weights shares) {
    double[] leaning = shares.toArray();
    int slot = slot(shelf);
    if (slot >= 0) {
      for (int stall : favourites.get(slot)) {
        leaning[stall] *= FAVOUR;
      }
    }
    return leaning;
  }

  /** A shelf the person may talk about. */
  int shelf(Weights popularities, Chance chance) {
    return chance.happens(ATTENTION)
        ? liked.get(chance.index(weights))
        : chance.index(popularities);
  }

  /** What the shop knows of the person. */
  Map<String, String> attributes(long seed) {
    var leaning = Chance.of(seed, "archetype people", archetype);
    double women = leaning.between(.2, .8);
    int age = leaning.integer(0, AGES.size() - 1);
    var chance = Chance.of(seed, "attributes", number);
    int own = Math.clamp(age + Math.round(chance.normal() * .9), 0, AGES.size() - 1);
    return Map.of(
        "gender", chance.happens(women) ? "female" : "male",
        "ageBand", AGES.get(own),
        "city", city(chance));
  }

  private String city(Chance chance) {
    return chance.oneOf(budget > 0 ? CITIES.subList(0, 6) : CITIES);
  }

  private String padded() {
    String digits = Integer.toString(number + 1);
    char[] zeros = new char[Math.max(0, 7 - digits.length())];
    Arrays.fill(zeros, '0');
    return new String(zeros) + digits;
  }
}
