package io.tidewatch.nlp.corenlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepModelsTest {
  private static final InstantSource TIME = InstantSource.fixed(Instant.EPOCH);

  @TempDir
  Path dir;

  @Test
  void emptyDirectory_isNotReady() {
    DeepModels.Status status = DeepModels.status(dir.resolve("absent"));

    assertThat(status.ready()).isFalse();
    assertThat(status.missing()).containsExactly("chinese-distsim.tagger", "UD_Chinese.gz");
  }

  @Test
  void fetch_keepsTheNeededEntriesOnly() throws Exception {
    Path target = dir.resolve("models");
    var seen = new ArrayList<Long>();

    new DeepModels(maven("pos-tagger/chinese-distsim.tagger", "parser/nndep/UD_Chinese.gz"), TIME)
        .fetch(target, DeepPipeline.HANLP_WORDS, (done, total) -> seen.add(done));

    assertThat(DeepModels.status(target).ready()).isTrue();
    assertThat(Files.readString(target.resolve("UD_Chinese.gz")))
        .isEqualTo("parser/nndep/UD_Chinese.gz");
    try (var files = Files.list(target)) {
      assertThat(files).hasSize(2);
    }
    assertThat(seen).startsWith(0L).endsWith(DeepModels.DOWNLOAD_BYTES);
  }

  @Test
  void fetch_whenAllIsThere_runsNothing() throws Exception {
    Files.writeString(dir.resolve("chinese-distsim.tagger"), "x");
    Files.writeString(dir.resolve("UD_Chinese.gz"), "x");

    Duration took = new DeepModels(List.of("/nowhere/mvn"), TIME)
        .fetch(dir, DeepPipeline.HANLP_WORDS, (d, t) -> {});

    assertThat(took).isZero();
  }

  @Test
  void fetch_ofTheFullPipeline_keepsItsEntriesToo() throws Exception {
    List<String> maven = maven(
        "pos-tagger/chinese-distsim.tagger",
        "parser/nndep/UD_Chinese.gz",
        "segmenter/chinese/pku.gz",
        "segmenter/chinese/dict-chris6.ser.gz",
        "segmenter/chinese/dict/pku.non",
        "segmenter/chinese/dict/in.pk",
        "segmenter/chinese/dict/pos_open/character_list.pku.utf8",
        "segmenter/chinese/dict/as.non",
        "ner/chinese.misc.distsim.crf.ser.gz",
        "ner/chinese.kbp.distsim.crf.ser.gz");

    new DeepModels(maven, TIME).fetch(dir.resolve("m"), DeepPipeline.CORENLP, (d, t) -> {});

    assertThat(DeepModels.status(dir.resolve("m"), DeepPipeline.CORENLP).ready())
        .isTrue();
    try (var files = Files.walk(dir.resolve("m"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(8);
    }
  }

  @Test
  void fetch_afterAnInterruptedOne_goesOnFromWhatArrived() throws Exception {
    Path jar = jar("pos-tagger/chinese-distsim.tagger", "parser/nndep/UD_Chinese.gz");
    Path script = script("""
        for a in "$@"; do
          case "$a" in -Dmaven.repo.local=*) r=${a#-Dmaven.repo.local=} ;; esac
        done
        mkdir -p "$r/edu"
        if [ -e "$r/edu/x-models-chinese.jar.part" ]; then
          cp %s "$r/edu/x-models-chinese.jar"
        else
          echo half > "$r/edu/x-models-chinese.jar.part"; echo connection lost; exit 1
        fi
        """.formatted(jar));
    var models = new DeepModels(List.of("sh", script.toString()), TIME);
    Path target = dir.resolve("m");

    assertThatIOException()
        .isThrownBy(() -> models.fetch(target, DeepPipeline.HANLP_WORDS, (d, t) -> {}))
        .withMessageContaining("connection lost");
    models.fetch(target, DeepPipeline.HANLP_WORDS, (d, t) -> {});

    assertThat(DeepModels.status(target).ready()).isTrue();
    assertThat(target.resolve("fetch")).doesNotExist();
  }

  @Test
  void fetch_withAFailingCommand_saysItsWordsAndIsNotReady() throws Exception {
    Path script = script("echo no such artifact; exit 3");

    assertThatIOException()
        .isThrownBy(() -> new DeepModels(List.of("sh", script.toString()), TIME)
            .fetch(dir.resolve("m"), DeepPipeline.HANLP_WORDS, (d, t) -> {}))
        .withMessageContaining("ended with 3: no such artifact");
    assertThat(DeepModels.status(dir.resolve("m")).ready()).isFalse();
  }

  @Test
  void fetch_withoutTheCommand_saysWhatIsRequired() {
    assertThatIOException()
        .isThrownBy(() -> new DeepModels(List.of("/nowhere/mvn"), TIME)
            .fetch(dir.resolve("m"), DeepPipeline.HANLP_WORDS, (d, t) -> {}))
        .withMessageContaining("/nowhere/mvn is required");
  }

  @Test
  void fetch_ofAnIncompleteFile_isRefused() throws Exception {
    List<String> maven = maven("pos-tagger/chinese-distsim.tagger");

    assertThatIOException()
        .isThrownBy(() -> new DeepModels(maven, TIME)
            .fetch(dir.resolve("m"), DeepPipeline.HANLP_WORDS, (d, t) -> {}))
        .withMessageContaining("UD_Chinese.gz is missing");
  }

  /** A command that puts a small models file where Maven would. */
  private List<String> maven(String... entries) throws Exception {
    Path jar = jar(entries);
    Path script = script("""
        for a in "$@"; do
          case "$a" in -Dmaven.repo.local=*) r=${a#-Dmaven.repo.local=} ;; esac
        done
        mkdir -p "$r/edu" && cp %s "$r/edu/x-models-chinese.jar"
        """.formatted(jar));
    return List.of("sh", script.toString());
  }

  private Path jar(String... entries) throws Exception {
    Path jar = dir.resolve("small.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry("edu/stanford/nlp/models/" + entry));
        zip.write(entry.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private Path script(String text) throws Exception {
    return Files.writeString(Files.createTempFile(dir, "mvn", ".sh"), text);
  }
}
