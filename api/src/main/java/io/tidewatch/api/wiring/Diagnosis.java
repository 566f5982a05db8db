package io.tidewatch.api.wiring;

import io.tidewatch.api.view.Json;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.corenlp.DeepModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the {@code doctor} command looks at; it changes nothing. */
public final class Diagnosis {
  private static final long ENOUGH_DISK = 2L << 30;

  private Diagnosis() {}

  /** One thing that was looked at; {@code advice} is empty when all is well. */
  public record Finding(String check, boolean ok, String value, String advice) {}

  /** Looks at everything; {@code owned} tells whether a process serves the data directory. */
  public static List<Finding> of(Settings settings, boolean owned, Json json) {
    var findings = new ArrayList<Finding>();
    int java = Runtime.version().feature();
    findings.add(
        new Finding("java", java >= 25, Integer.toString(java), java >= 25 ? "" : "use JDK 25"));
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    findings.add(new Finding(
        "heap", heap >= 500, heap + " MiB", heap >= 500 ? "" : "set TIDEWATCH_JAVA_OPTS=-Xmx2g"));
    findings.add(disk(settings.dataDir()));
    findings.add(new Finding(
        "data-dir", true, settings.dataDir() + (owned ? " (served)" : " (nobody serves it)"), ""));
    Catalogue catalogue = CatalogueJournal.snapshot(
        settings.dataDir().resolve(CatalogueJournal.FILE), SeedCatalogue.shipped(), json);
    findings.add(new Finding(
        "catalogue",
        true,
        catalogue.version()
            + ": "
            + catalogue.brands().size()
            + " brands, "
            + catalogue.products().size()
            + " products",
        ""));
    boolean models =
        DeepModels.status(settings.modelsDir(), settings.deepLane().pipeline()).ready();
    findings.add(new Finding(
        "deep-lane-models",
        models || !settings.deepLane().on(),
        models ? "there" : "missing",
        models ? "" : "./tidewatch models fetch"));
    findings.add(new Finding("retention", true, settings.retention().summary(), ""));
    boolean local = settings.host().equals("127.0.0.1") || settings.host().equals("localhost");
    boolean guarded = local || settings.apiKey() != null;
    findings.add(new Finding(
        "address",
        guarded,
        settings.host() + ":" + settings.port(),
        guarded ? "" : "set TIDEWATCH_API_KEY to listen beyond loopback"));
    return findings;
  }

  private static Finding disk(Path dataDir) {
    Path at = dataDir.toAbsolutePath();
    while (at != null && !Files.exists(at)) {
      at = at.getParent();
    }
    try {
      long free = at == null ? 0 : Files.getFileStore(at).getUsableSpace();
      return new Finding(
          "disk",
          free >= ENOUGH_DISK,
          (free >> 20) + " MiB free",
          free >= ENOUGH_DISK ? "" : "2 GiB or more are wanted");
    } catch (IOException e) {
      return new Finding("disk", false, String.valueOf(e.getMessage()), "check the data directory");
    }
  }
}
