package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.api.wiring.CatalogueSheet;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in a sheet of brands, products and aliases. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Takes in a CSV or XLSX sheet with the columns kind (类型), name (名称) and, as far as they"
            + " apply, id (编号), aliases (别名), categories (类目), rivals (竞品), brand (品牌),"
            + " price (价格), to (归属). Lists within a cell are separated by | or commas.")
final class CatalogueImportCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private StoreOptions store = new StoreOptions();

  @Parameters(paramLabel = "FILE", description = "A .csv or .xlsx file.")
  private @Nullable Path file;

  @Option(names = "--charset", description = "Charset of a CSV. Default: UTF-8.")
  private String charset = "UTF-8";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  CatalogueImportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (file == null) {
      throw new IllegalArgumentException("file: a .csv or .xlsx file is required, got nothing");
    }
    ObjectNode body = environment.json().mapper().createObjectNode();
    for (CatalogueSheet.Row row : CatalogueSheet.read(file, charset)) {
      body.withArray("rows").add(environment.json().tree(row));
    }
    return send(environment, store, body, json ? RowPrinter.Format.JSON : RowPrinter.Format.TABLE);
  }

  static int send(
      Environment environment, StoreOptions store, JsonNode body, RowPrinter.Format format) {
    var settings = environment.settings(store.config, store.dataDir);
    try (Backend backend = Backend.open(settings, environment.clock(), environment.json())) {
      JsonNode result = backend.command("catalogue", body);
      new RowPrinter(environment.out(), environment.json()).printOne(result, format);
      return result.path("malformed").asLong() == 0 ? 0 : 1;
    }
  }
}
