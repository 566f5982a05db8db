package io.tidewatch.audience.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.campaign.Campaign.Members;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberFilesTest {
  @TempDir
  Path dir;

  private static Member member(int place, String user, Group group, String channel) {
    var directions = new LinkedHashMap<String, Double>();
    directions.put("search", 1.5);
    directions.put("interest", 1.0 / 3);
    return new Member(place, user, group, channel, 11.0 / 6 - place, directions);
  }

  private static List<Member> some() {
    return List.of(
        member(0, "u,1\n\t\"é人😀", Group.TREATED, "weibo"),
        member(1, "u2", Group.HELD_OUT, null),
        new Member(2, "u3", Group.TREATED, "抖音", -0.0, Map.of()));
  }

  @Test
  void members_comeBackAsWritten() {
    var files = new MemberFiles(dir.resolve("campaigns"));
    Members written = files.write("c", some());
    assertThat(written.treated()).isEqualTo(2);
    assertThat(written.heldOut()).isEqualTo(1);
    assertThat(files.read(written)).containsExactlyElementsOf(some());
    assertThat(
            new MemberFiles(dir.resolve("campaigns")).read(written).getFirst().bestDirection())
        .isEqualTo("search");
    assertThat(files.read(files.write("none", List.of()))).isEmpty();
  }

  @Test
  void members_ofManyUsers_stayInOrder() {
    var many = new ArrayList<Member>();
    for (int i = 0; i < 50_000; i++) {
      many.add(member(i, "user-" + i, i % 10 == 0 ? Group.HELD_OUT : Group.TREATED, null));
    }
    var files = new MemberFiles(dir);
    assertThat(files.read(files.write("c", many))).containsExactlyElementsOf(many);
  }

  @Test
  void read_aFileThatChanged_isRefused() throws IOException {
    var files = new MemberFiles(dir);
    Members written = files.write("c", some());
    Path file = dir.resolve(written.file());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> files.read(written))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(written.file());
    Files.delete(file);
    assertThatThrownBy(() -> files.read(written)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void without_aMember_writesAnotherFileAndKeepsPlaces() {
    var files = new MemberFiles(dir);
    Members written = files.write("c", some());
    Members left = files.without("c", written, "u2"::equals);
    assertThat(files.read(left)).extracting(Member::place).containsExactly(0, 2);
    assertThat(left.heldOut()).isZero();
    assertThat(left.file()).isNotEqualTo(written.file());
    assertThat(files.without("c", left, "nobody"::equals)).isEqualTo(left);
  }

  @Test
  void keepOnly_deletesEveryOtherFile() throws IOException {
    var files = new MemberFiles(dir);
    Members old = files.write("c", some());
    Members left = files.without("c", old, "u2"::equals);
    Files.writeString(dir.resolve("d.tmp"), "half a draft");
    files.keepOnly(Set.of(left.file()));
    try (var names = Files.list(dir)) {
      assertThat(names.map(p -> p.getFileName().toString())).containsExactly(left.file());
    }
    new MemberFiles(dir.resolve("nowhere")).keepOnly(Set.of());
  }
}
