package io.tidewatch.connectors.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyedHashTest {
  @TempDir
  Path folder;

  @Test
  void key_isMadeOnce_andIsItsOwnersOnly() throws IOException {
    Path file = folder.resolve("secrets/device.key");
    String first = KeyedHash.open(file).of("AA:BB");
    assertThat(KeyedHash.open(file).of("aabb")).isEqualTo(first);
    assertThat(KeyedHash.open(folder.resolve("other.key")).of("aabb")).isNotEqualTo(first);
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(file))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
  }

  @Test
  void shortKey_isRefused() {
    assertThatThrownBy(() -> new KeyedHash(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16 bytes");
  }
}
