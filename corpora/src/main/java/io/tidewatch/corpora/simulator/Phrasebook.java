package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.SampleTexts.Template;
import io.tidewatch.corpora.SampleTexts.TemplateKind;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the templates: texts about a brand in the manner of the platforms. */
final class Phrasebook {
  private static final List<String> TAILS = List.of(
      "[doge]", "哈哈哈", "😂", "[捂脸]", "！！", "~", "[允悲]", "🙏", "…", "[赞]", "绝了", "真的", "[吃瓜]", "👀");
  private static final List<String> HEADS = List.of(
      "说真的，", "讲真，", "今天才发现，", "路过说一句，", "姐妹们，", "家人们，", "不吹不黑，", "来汇报一下，", "蹲了好久，", "刚刚，", "室友说，",
      "记录一下，");

  private final Market market;
  private final Map<String, List<Template>> templates = new HashMap<>();

  Phrasebook(Market market, SampleTexts texts) {
    this.market = market;
    texts
        .templates()
        .forEach(t -> templates
            .computeIfAbsent(t.kind() + " " + t.category(), k -> new ArrayList<>())
            .add(t));
  }

  /** A text of a kind about a stall; empty when no template suits the category. */
  Optional<String> text(
      TemplateKind kind, Shelf shelf, Stall stall, Product product, Chance chance) {
    List<Template> own = templates.getOrDefault(kind + " " + shelf.category().id(), List.of());
    List<Template> any = templates.getOrDefault(kind + " " + SampleTexts.ANY_CATEGORY, List.of());
    List<Template> suiting = own.isEmpty() || (!any.isEmpty() && chance.happens(.4)) ? any : own;
    return suiting.isEmpty()
        ? Optional.empty()
        : Optional.of(fill(chance.oneOf(suiting).text(), shelf, stall, product, chance));
  }

  /** Fills the slots of a text; the rival is one of the brand's own or of the shelf. */
  String fill(String text, Shelf shelf, Stall stall, Product product, Chance chance) {
    List<Brand> rivals = new ArrayList<>();
    for (String id : stall.brand().rivals()) {
      market.catalogue().brand(id).ifPresent(rivals::add);
    }
    if (rivals.isEmpty()) {
      shelf.stalls().stream()
          .map(Stall::brand)
          .filter(b -> !b.equals(stall.brand()))
          .forEach(rivals::add);
    }
    return text.replace("{brand}", name(stall.brand(), chance))
        .replace("{product}", product.name())
        .replace("{rival}", chance.oneOf(rivals).name());
  }

  /** The text as somebody in a hurry writes it: sometimes with an opening, a face or a tag. */
  static String decorated(String text, String tag, Chance chance) {
    String head = chance.happens(.25) ? chance.oneOf(HEADS) : "";
    String tail = chance.happens(.35) ? chance.oneOf(TAILS) : "";
    String hashtag = chance.happens(.15) ? "#" + tag + "# " : "";
    return hashtag + head + text + tail;
  }

  private static String name(Brand brand, Chance chance) {
    return !brand.aliases().isEmpty() && chance.happens(.1)
        ? brand.aliases().getFirst()
        : brand.name();
  }
}
