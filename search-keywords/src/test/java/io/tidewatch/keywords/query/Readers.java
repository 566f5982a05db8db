package io.tidewatch.keywords.query;

import io.tidewatch.model.catalogue.AliasRule;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.query.QueryPart;
import io.tidewatch.model.query.QueryWord;
import java.util.ArrayList;
import java.util.List;

/** A small catalogue and lexicon. */
public final class Readers {
  private Readers() {}

  public static Catalogue catalogue() {
    return new Catalogue(
        List.of(
            new Category("makeup", "彩妆", "Make-up", null, false),
            new Category("phone", "手机", "Phones", null, false)),
        List.of(
            new Brand("lancome", "兰蔻", List.of("Lancome", "Lancôme"), List.of("makeup"), List.of()),
            new Brand("xiaomi", "小米", List.of(), List.of("phone"), List.of()),
            new Brand("apple", "苹果", List.of("Apple"), List.of("phone"), List.of())),
        List.of(
            new Product(
                "apple.15", "iPhone 15", "apple", "phone", null, List.of("iPhone15", "苹果15")),
            new Product(
                "apple.line", "iPad", "apple", "phone", null, List.of("iPad 9", "iPad 10"))),
        List.of(
            new AliasRule("苹果", "apple", false, List.of("手机", "充电", "iphone"), List.of("红富士"))));
  }

  public static List<QueryWord> lexicon() {
    var words = new ArrayList<QueryWord>();
    add(words, QueryPart.CATEGORY, "goods", "连衣裙", "连衣裤", "裙", "口红", "跑鞋", "冲锋衣", "登山杖", "苹果");
    add(words, QueryPart.CATEGORY, "goods", "牛奶", "巧克力", "手机", "小米", "床", "礼物");
    add(words, QueryPart.CATEGORY, "part", "手机壳", "滤芯");
    add(words, QueryPart.CATEGORY, "head", "锅", "器", "机");
    add(words, QueryPart.ATTRIBUTE, "season", "夏", "夏季");
    add(words, QueryPart.ATTRIBUTE, "audience", "男", "女", "单人");
    add(words, QueryPart.SCENE, "gift", "送女友");
    add(words, QueryPart.OTHER, "shop", "旗舰店");
    words.add(new QueryWord("t恤", QueryPart.CATEGORY, "goods", "t恤"));
    words.add(new QueryWord("体恤", QueryPart.CATEGORY, "goods", "t恤"));
    return words;
  }

  public static QueryReader reader() {
    return new QueryReader(catalogue(), lexicon(), new FakeScript());
  }

  private static void add(List<QueryWord> words, QueryPart part, String facet, String... entries) {
    for (String entry : entries) {
      words.add(new QueryWord(entry, part, facet, entry));
    }
  }
}
