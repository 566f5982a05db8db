package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.api.wiring.CatalogueSheet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds one brand, product, alias or word of one's own. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description =
        "Adds a brand, a product, an alias of either, or a new word, and annotates stored documents"
            + " again."
            + " Examples: add brand 我的品牌 --alias mybrand --category skincare;"
            + " add product 小蓝瓶 --brand 我的品牌 --category skincare; add alias 尔克 --to 鸿星尔克;"
            + " add word 尊嘟假嘟.")
final class CatalogueAddCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private StoreOptions store = new StoreOptions();

  @Parameters(index = "0", paramLabel = "KIND", description = "brand, product, alias or word.")
  private String kind = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "The name people usually write.")
  private String name = "";

  @Option(names = "--id", description = "Default: made from the name.")
  private @Nullable String id;

  @Option(names = "--alias", split = "[,，|]", description = "Other forms people write.")
  private List<String> aliases = List.of();

  @Option(names = "--category", split = "[,，|]", description = "Category ids or names.")
  private List<String> categories = List.of();

  @Option(names = "--rival", split = "[,，|]", description = "Rival brands.")
  private List<String> rivals = List.of();

  @Option(names = "--brand", description = "Brand of a product.")
  private @Nullable String brand;

  @Option(names = "--price", description = "Price of a product in CNY.")
  private @Nullable String price;

  @Option(names = "--to", description = "The brand or product that an alias names.")
  private @Nullable String to;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  CatalogueAddCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var row = new CatalogueSheet.Row(
        kind, id, name, aliases, categories, rivals, brand, price, to, "command line");
    ObjectNode body = environment.json().mapper().createObjectNode();
    body.withArray("rows").add(environment.json().tree(row));
    if (kind.equalsIgnoreCase("word")) {
      environment
          .err()
          .println("About to promote " + name + ": every text is cut around it from now on, and all"
              + " stored documents are annotated again.");
    }
    return CatalogueImportCommand.send(
        environment, store, body, json ? RowPrinter.Format.JSON : RowPrinter.Format.TABLE);
  }
}
