package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.Lexicons.NegationKind;
import io.tidewatch.corpora.Lexicons.Winner;
import io.tidewatch.model.catalogue.AliasRule;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import java.util.List;
import java.util.Map;

/** A small catalogue and small lexicons on which the tests stand. */
public final class Fixtures {

  private Fixtures() {}

  public static Catalogue catalogue() {
    return new Catalogue(
        List.of(
            new Category("phone", "手机", "Phones", null, true),
            new Category("snack", "零食饮料", "Snacks", null, true),
            new Category("makeup", "彩妆", "Make-up", null, false),
            new Category("car", "汽车", "Cars", null, true)),
        List.of(
            new Brand("huawei", "华为", List.of("Huawei"), List.of("phone"), List.of("xiaomi")),
            new Brand("xiaomi", "小米", List.of("Xiaomi"), List.of("phone"), List.of("huawei")),
            new Brand("honor", "荣耀", List.of("Honor"), List.of("phone"), List.of("huawei")),
            new Brand("mac", "MAC", List.of("魅可"), List.of("makeup"), List.of()),
            new Brand("oreo", "奥利奥", List.of(), List.of("snack"), List.of("mengniu")),
            new Brand("mengniu", "蒙牛", List.of(), List.of("snack"), List.of("oreo")),
            new Brand("byd", "比亚迪", List.of(), List.of("car"), List.of())),
        List.of(
            new Product(
                "huawei.mate-60",
                "华为Mate 60",
                "huawei",
                "phone",
                null,
                List.of("Mate60", "mate 60")),
            new Product("huawei.p60", "华为P60", "huawei", "phone", null, List.of("P60")),
            new Product("xiaomi.14", "小米14", "xiaomi", "phone", null, List.of()),
            new Product("byd.han", "比亚迪汉", "byd", "car", null, List.of("汉"))),
        List.of(
            new AliasRule(
                "小米", "xiaomi", true, List.of("手机", "发布", "雷军"), List.of("粥", "小米饭", "养胃")),
            new AliasRule("荣耀", "honor", false, List.of("手机", "发布会"), List.of("王者荣耀", "光荣")),
            new AliasRule("汉", "byd.han", false, List.of("续航", "提车"), List.of("武汉", "汉字"))));
  }

  public static Lexicons lexicons() {
    return new Lexicons(
        Map.of(
            "好用", 0.7, "好吃", 0.7, "垃圾", -0.8, "喜欢", 0.7, "差", -0.7, "好", 0.6, "失望", -0.8, "流畅", 0.6,
            "卡顿", -0.7, "推荐", 0.6),
        List.of(
            new Lexicons.Negation("不", NegationKind.FLIP, 4),
            new Lexicons.Negation("没有", NegationKind.FLIP, 6),
            new Lexicons.Negation("没想象中", NegationKind.WEAKEN, 5),
            new Lexicons.Negation("不得不", NegationKind.DOUBLE, 6)),
        Map.of("很", 1.2, "太", 1.4, "有点", 0.5, "那么", 1.0),
        List.of(new Lexicons.Slang("yyds", 0.95, "极好"), new Lexicons.Slang("拉胯", -0.8, "差")),
        Map.of("[赞]", 0.8, "😭", -0.4),
        List.of(
            new Lexicons.Aspect("*", "price", "价格", "Price", List.of("价格")),
            new Lexicons.Aspect("phone", "battery", "续航", "Battery", List.of("续航", "电池")),
            new Lexicons.Aspect("phone", "screen", "屏幕", "Screen", List.of("屏幕")),
            new Lexicons.Aspect("snack", "taste", "味道", "Taste", List.of("味道"))),
        List.of(
            new Lexicons.Implicit("phone", "一天三充", "battery", -0.7),
            new Lexicons.Implicit("*", "越来越贵", "price", -0.7)),
        List.of(
            new Lexicons.Opinion("高", "price", -0.6),
            new Lexicons.Opinion("长", "battery", 0.6),
            new Lexicons.Opinion("贵", "price", -0.6)),
        List.of(
            new Lexicons.IntentCue("question", "哪个好", 2),
            new Lexicons.IntentCue("purchase-intention", "想买", 1.5)),
        List.of(
            new Lexicons.SpamCue("contact", "加微信", 0.6),
            new Lexicons.SpamCue("selling", "领券", 0.25),
            new Lexicons.SpamCue("selling", "戳链接", 0.45)),
        List.of(
            new Lexicons.ToneCue("真贴心", Lexicons.ToneKind.IRONY),
            new Lexicons.ToneCue("救命", Lexicons.ToneKind.MOCK),
            new Lexicons.ToneCue("停不下来", Lexicons.ToneKind.HOOKED),
            new Lexicons.ToneCue("没看出", Lexicons.ToneKind.DOUBT),
            new Lexicons.ToneCue("就坏了", Lexicons.ToneKind.FLAW)),
        List.of(
            new Lexicons.Comparison("A比B", Winner.ADJECTIVE),
            new Lexicons.Comparison("A不如B", Winner.OBJECT),
            new Lexicons.Comparison("A没有B", Winner.OBJECT),
            new Lexicons.Comparison("A完爆B", Winner.SUBJECT),
            new Lexicons.Comparison("A和B差不多", Winner.TIE)));
  }

  public static FastAnnotator annotator() {
    return new FastAnnotator(catalogue(), lexicons());
  }
}
