package io.tidewatch.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir
  private Path dir;

  @Test
  void own_whileOwned_isEmptyAndAfterClosePossible() {
    try (DataDirectory first = DataDirectory.own(dir).orElseThrow()) {
      assertThat(DataDirectory.own(dir)).isEmpty();
      assertThat(first.path()).isEqualTo(dir);
    }
    try (DataDirectory second = DataDirectory.own(dir).orElseThrow()) {
      assertThat(second.room("index")).isDirectory();
    }
  }

  @Test
  void announce_tellsOthersAndOnlyTheUserMayRead() throws IOException {
    var owner = new DataDirectory.Owner(7, 8787, "secret");
    try (DataDirectory directory = DataDirectory.own(dir).orElseThrow()) {
      directory.announce(owner);
      assertThat(DataDirectory.owner(dir)).contains(owner);
      assertThat(PosixFilePermissions.toString(
              Files.getPosixFilePermissions(dir.resolve("owner.json"))))
          .isEqualTo("rw-------");
    }
    assertThat(DataDirectory.owner(dir)).isEmpty();
  }

  @Test
  void own_afterACrash_removesTheStaleAnnouncement() throws IOException {
    Files.writeString(dir.resolve("owner.json"), "{\"pid\":1,\"port\":1,\"token\":\"old\"}");
    try (DataDirectory directory = DataDirectory.own(dir).orElseThrow()) {
      assertThat(DataDirectory.owner(directory.path())).isEmpty();
    }
  }

  @Test
  void owner_halfWrittenFile_isNobody() throws IOException {
    Files.writeString(dir.resolve("owner.json"), "{\"pid\":1,");
    assertThat(DataDirectory.owner(dir)).isEmpty();
  }
}
