package io.tidewatch.nlp.corenlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fetches one artifact by running Maven, or asks Maven only where it would fetch it from. */
final class MavenFetch {
  private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get";
  private static final Pattern DOWNLOADED =
      Pattern.compile("Downloaded from \\S+: (\\S+)\\.pom\\b");
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int LOG_TAIL = 600;

  private final List<String> maven;
  private final String artifact;
  private final String classifier;

  /**
   * Prepares fetching {@code artifact:jar:classifier}.
   *
   * @param maven the command and its first arguments
   * @param artifact group:id:version
   */
  MavenFetch(List<String> maven, String artifact, String classifier) {
    this.maven = List.copyOf(maven);
    this.artifact = artifact;
    this.classifier = classifier;
  }

  /**
   * The address of the jar after the user's mirrors: Maven fetches the small description beside it
   * and says from where. Empty when it does not say.
   */
  Optional<URI> address(Path scratch) throws IOException, InterruptedException {
    Path repository = scratch.resolve("descriptions");
    ScratchFiles.delete(repository);
    String words = run(scratch, repository, artifact + ":pom", false, (done, total) -> {});
    Matcher said = DOWNLOADED.matcher(words);
    String file = artifact.split(":", 3)[1] + "-" + artifact.split(":", 3)[2];
    while (said.find()) {
      if (said.group(1).endsWith("/" + file)) {
        return Optional.of(URI.create(said.group(1) + "-" + classifier + ".jar"));
      }
    }
    return Optional.empty();
  }

  /** Lets Maven fetch the jar itself. */
  Path whole(Path scratch, DeepModels.Progress progress) throws IOException, InterruptedException {
    Path repository = scratch.resolve("repository");
    run(scratch, repository, artifact + ":jar:" + classifier, true, progress);
    try (Stream<Path> files = Files.walk(repository)) {
      return files
          .filter(f -> String.valueOf(f.getFileName()).endsWith(classifier + ".jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("maven: no models file arrived"));
    }
  }

  private String run(
      Path scratch, Path repository, String wanted, boolean quiet, DeepModels.Progress progress)
      throws IOException, InterruptedException {
    Path log = scratch.resolve("maven.log");
    var command = new ArrayList<>(maven);
    command.addAll(List.of(
        "-B",
        "--strict-checksums",
        GOAL,
        "-Dartifact=" + wanted,
        "-Dtransitive=false",
        "-Dmaven.repo.local=" + repository.toAbsolutePath()));
    if (quiet) {
      command.add("-q");
    }
    Process process;
    try {
      process = new ProcessBuilder(command)
          .directory(scratch.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new IOException(
          "maven: the command " + maven.getFirst() + " is required to fetch models", e);
    }
    try {
      while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        progress.at(
            Math.min(size(repository), DeepModels.DOWNLOAD_BYTES), DeepModels.DOWNLOAD_BYTES);
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    String words = Files.readString(log);
    if (process.exitValue() != 0) {
      throw new IOException("maven: fetching models ended with "
          + process.exitValue()
          + ": "
          + words.substring(0, Math.min(LOG_TAIL, words.length())).strip());
    }
    return words;
  }

  /** The growing file; one that vanishes while it is looked at counts nothing. */
  private long size(Path repository) throws IOException {
    if (!Files.isDirectory(repository)) {
      return 0;
    }
    long sum = 0;
    try (Stream<Path> files = Files.walk(repository)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        sum += String.valueOf(file.getFileName()).contains(classifier)
            ? file.toFile().length()
            : 0;
      }
    } catch (UncheckedIOException e) {
      return 0;
    }
    return sum;
  }
}
