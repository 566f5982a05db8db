package io.tidewatch.behavior;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The folder of the behaviour store.
 *
 * <pre>
 * arrivals/&lt;batch&gt;.parquet                        a batch as it came, all types together
 * facts/&lt;type&gt;/day=YYYY-MM-DD/&lt;name&gt;.parquet      compacted, each key once, by UTC day
 * absorbed/&lt;name&gt;.txt                             batches that the facts already hold
 * compaction.manifest                             a compaction that is decided but not finished
 * sealed.txt                                      types with the first day that is kept
 * corrections.tsv                                 counts of keys that came again with other content
 * days/                                           kept sums of days, see {@link DayFiles}
 * tmp/                                            files on their way
 * </pre>
 *
 * A batch is there once its file has its name. A compaction is there once its manifest has; opening
 * the folder finishes it. Whatever else lies in {@code tmp} never happened. For one owner at a
 * time; not safe for several threads.
 */
public final class FactFiles {
  private static final String PARQUET = ".parquet";
  private static final String DAY = "day=";
  private static final int ABSORBED_LISTS = 16;

  private final Path root;
  private final Path arrivals;
  private final Path facts;
  private final Path absorbed;
  private final Path temporary;
  private final Path manifest;
  private final SealedDays sealed;
  private final Set<String> absorbedBatches = new HashSet<>();
  private final Set<String> arrivedBatches = new LinkedHashSet<>();
  private FactLayout layout = new FactLayout(Map.of());

  public FactFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.arrivals = this.root.resolve("arrivals");
    this.facts = this.root.resolve("facts");
    this.absorbed = this.root.resolve("absorbed");
    this.temporary = this.root.resolve("tmp");
    this.manifest = this.root.resolve("compaction.manifest");
    this.sealed = new SealedDays(this.root.resolve("sealed.txt"));
  }

  /** Creates what is missing, finishes or forgets what a crash left, and reads what is there. */
  public void open() throws IOException {
    for (Path directory : List.of(root, arrivals, facts, absorbed, temporary)) {
      DurableFiles.createDirectory(directory);
    }
    if (Files.exists(manifest)) {
      finish(CompactionManifest.read(manifest, root));
    }
    DurableFiles.clear(temporary);
    absorbedBatches.clear();
    for (Path list : DurableFiles.list(absorbed)) {
      absorbedBatches.addAll(Files.readAllLines(list, StandardCharsets.UTF_8));
    }
    arrivedBatches.clear();
    for (Path file : DurableFiles.list(arrivals)) {
      String name = file.getFileName().toString();
      if (name.endsWith(PARQUET)) {
        arrivedBatches.add(name.substring(0, name.length() - PARQUET.length()));
      }
    }
    sealed.read();
    layout = readLayout();
    drop();
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  /** Keys that came again with other content. */
  public CorrectionLog corrections() {
    return new CorrectionLog(root.resolve("corrections.tsv"));
  }

  /** Days that retention has dropped. */
  public SealedDays sealed() {
    return sealed;
  }

  /**
   * Seals the days before these and drops their files; a crash in between is finished by {@link
   * #open}. Nothing of those days may lie among the arrivals.
   */
  public void seal(Map<FactType, LocalDate> firstKept) throws IOException {
    sealed.raise(firstKept, temporary("sealed.txt"));
    drop();
  }

  /** A name for a change to these files that no other change has: they go by it. */
  public static String nameFor(String change, List<Path> old) {
    return change
        + "-"
        + HexFormat.of()
            .toHexDigits(FactRow.keyHash(
                old.stream().map(Path::toString).collect(Collectors.joining("\n"))));
  }

  private void drop() throws IOException {
    var old = new ArrayList<Path>();
    sealed
        .firstKept()
        .forEach(
            (type, day) -> layout.days(type).headMap(day, false).values().forEach(old::addAll));
    if (old.isEmpty()) {
      return;
    }
    replace(new Replacement(List.of(), old, List.of()), nameFor("retention", old));
    for (Path folder : new LinkedHashSet<>(old.stream().map(FactFiles::parent).toList())) {
      if (DurableFiles.list(folder).isEmpty()) {
        Files.deleteIfExists(folder);
      }
    }
  }

  /** The compacted files as of now. */
  public FactLayout layout() {
    return layout;
  }

  /** True when the batch is stored, as it came or compacted. */
  public boolean holds(String batch) {
    return arrivedBatches.contains(batch) || absorbedBatches.contains(batch);
  }

  /** Names of the batches that no compaction has absorbed. */
  public List<String> arrived() {
    return List.copyOf(arrivedBatches);
  }

  /**
   * A hash of the names, sizes and times of all files: another one after every batch, and after a
   * compaction.
   */
  public String version() throws IOException {
    var lines = new TreeSet<String>();
    for (String batch : arrivedBatches) {
      lines.add(trace(arrival(batch)));
    }
    for (FactType type : FactType.values()) {
      for (Path file : layout.files(type)) {
        lines.add(trace(file));
      }
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256")
          .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private String trace(Path file) throws IOException {
    return root.relativize(file) + " " + Files.size(file) + " "
        + Files.getLastModifiedTime(file).toMillis();
  }

  /** The file of a batch. */
  public Path arrival(String batch) {
    return arrivals.resolve(batch + PARQUET);
  }

  /** A path below the temporary folder; nothing is created. */
  public Path temporary(String name) {
    return temporary.resolve(name);
  }

  /** An empty folder below the temporary folder. */
  public Path freshTemporaryFolder(String name) throws IOException {
    Path folder = temporary(name);
    if (Files.isDirectory(folder)) {
      DurableFiles.clear(folder);
    } else {
      Files.createDirectory(folder);
    }
    return folder;
  }

  /** Makes a finished temporary file the file of the batch, durably. */
  public void publish(Path file, String batch) throws IOException {
    DurableFiles.sync(file);
    DurableFiles.rename(file, arrival(batch));
    DurableFiles.syncDirectory(arrivals);
  }

  /** Counts a published batch as stored. */
  public void remember(String batch) {
    arrivedBatches.add(batch);
  }

  /** The partition folder of a type and day. */
  public Path partition(FactType type, LocalDate day) {
    return facts.resolve(type.label()).resolve(DAY + day);
  }

  /** Replaces files as one step: after a crash either all of it has happened or none. */
  public void replace(Replacement replacement, String name) throws IOException {
    for (Replacement.Move move : replacement.moves()) {
      DurableFiles.sync(move.from());
    }
    var moves = new ArrayList<>(replacement.moves());
    var deletions = new ArrayList<>(replacement.deletions());
    var lines = new LinkedHashSet<String>(replacement.batches());
    List<Path> lists = DurableFiles.list(absorbed);
    if (lists.size() >= ABSORBED_LISTS) {
      lines.addAll(absorbedBatches);
      deletions.addAll(lists);
    }
    if (!lines.isEmpty()) {
      Path list = temporary(name + ".txt");
      Files.write(list, lines, StandardCharsets.UTF_8);
      DurableFiles.sync(list);
      moves.add(new Replacement.Move(list, absorbed.resolve(name + ".txt")));
    }
    replacement.batches().forEach(batch -> deletions.add(arrival(batch)));
    var decided = new Replacement(moves, deletions, replacement.batches());
    Path draft = temporary("compaction.manifest");
    CompactionManifest.write(draft, root, decided);
    DurableFiles.sync(draft);
    DurableFiles.syncDirectory(temporary);
    DurableFiles.rename(draft, manifest);
    DurableFiles.syncDirectory(root);
    finish(decided);
    absorbedBatches.addAll(replacement.batches());
    replacement.batches().forEach(arrivedBatches::remove);
    layout = readLayout();
  }

  private void finish(Replacement replacement) throws IOException {
    var touched = new LinkedHashSet<Path>();
    for (Replacement.Move move : replacement.moves()) {
      Path folder = parent(move.to());
      if (Files.exists(move.from())) {
        DurableFiles.createDirectory(folder);
        DurableFiles.rename(move.from(), move.to());
      }
      touched.add(folder);
    }
    sync(touched);
    touched.clear();
    for (Path file : replacement.deletions()) {
      Files.deleteIfExists(file);
      touched.add(parent(file));
    }
    sync(touched);
    Files.deleteIfExists(manifest);
    DurableFiles.syncDirectory(root);
  }

  private static void sync(Collection<Path> folders) throws IOException {
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        DurableFiles.syncDirectory(folder);
      }
    }
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("file: a path with a folder is required, got " + file);
    }
    return parent;
  }

  private FactLayout readLayout() throws IOException {
    var types = new EnumMap<FactType, TreeMap<LocalDate, List<Path>>>(FactType.class);
    for (FactType type : FactType.values()) {
      var days = new TreeMap<LocalDate, List<Path>>();
      for (Path folder : DurableFiles.list(facts.resolve(type.label()))) {
        List<Path> files = DurableFiles.list(folder).stream()
            .filter(f -> f.getFileName().toString().endsWith(PARQUET))
            .toList();
        if (!files.isEmpty()) {
          days.put(day(folder), files);
        }
      }
      types.put(type, days);
    }
    return new FactLayout(types);
  }

  private static LocalDate day(Path folder) throws IOException {
    String name = folder.getFileName().toString();
    try {
      return LocalDate.parse(name.startsWith(DAY) ? name.substring(DAY.length()) : name);
    } catch (DateTimeException e) {
      throw new IOException("a folder day=YYYY-MM-DD is expected, got " + folder, e);
    }
  }
}
