package io.tidewatch.api.cli;

import io.tidewatch.api.wiring.DataDirectory;
import io.tidewatch.api.wiring.Diagnosis;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is there, what is missing and what to do about it. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks Java, disk, data directory, catalogue, models and settings.")
final class DoctorCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private StoreOptions store = new StoreOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  DoctorCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var settings = environment.settings(store.config, store.dataDir);
    List<Diagnosis.Finding> findings = Diagnosis.of(
        settings, DataDirectory.owner(settings.dataDir()).isPresent(), environment.json());
    new RowPrinter(environment.out(), environment.json())
        .print(findings.stream().map(environment.json()::tree).toList(), output.format());
    return findings.stream().allMatch(Diagnosis.Finding::ok) ? 0 : 1;
  }
}
