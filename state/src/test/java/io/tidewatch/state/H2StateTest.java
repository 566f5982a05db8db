package io.tidewatch.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.record.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class H2StateTest extends StateContract {
  @TempDir
  Path directory;

  private int places;

  @Override
  StateLocation empty() throws IOException {
    return StateLocation.file(Files.createDirectories(directory.resolve("state" + places++)));
  }

  @Test
  void open_whereNoFileCanBe_getsOneClearSentence() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "no directory");

    assertThatThrownBy(() -> StateDatabase.open(StateLocation.file(file)))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("state: cannot be opened")
        .hasMessageContaining("file/state");
  }

  @Test
  void location_withAPasswordOrAnotherDatabase_isRefusedWithoutShowingIt() {
    assertThatThrownBy(
            () -> new StateLocation("jdbc:postgresql://h/b?user=u&password=geheim", null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TIDEWATCH_STATE_PASSWORD")
        .hasMessageNotContaining("geheim");
    assertThatThrownBy(() -> new StateLocation("jdbc:mysql://u:geheim@h/b", null, null))
        .hasMessageContaining("jdbc:mysql://h/b")
        .hasMessageNotContaining("geheim");
    assertThat(new StateLocation("jdbc:postgresql://h/b?ssl=true", "u", "geheim").toString())
        .isEqualTo("jdbc:postgresql://h/b");
  }
}
