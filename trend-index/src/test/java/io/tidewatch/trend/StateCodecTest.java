package io.tidewatch.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.SpamReason;
import io.tidewatch.model.annotation.SpamScore;
import io.tidewatch.trend.DocumentState.Live;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateCodecTest {
  /** The document of {@link #live} as the first version wrote it. */
  private static final String FIRST_VERSION =
      "AgAAAgV3ZWlibwCAlJmGDQAAAAAAOs24XgABMcCAk4YNABLlsI/nsbPmr5TljY7kuLrlpb0CAWEA"
          + "AAAAAAAABEZBU1QGZGljdC0xB21vZGVsLTEFT1RIRVI/8AAAAAAAAAhQT1NJVElWRT/pmZmZmZma"
          + "P+zMzMzMzM0CAm0xAAQG5bCP57GzBUJSQU5EAgZ4aWFvbWkCBnhpYW9taQdORVVUUkFMAAAAAAIS"
          + "5bCP57Gz5q+U5Y2O5Li65aW9AAAAACNvfkEAAAAAI29+QQIGgJSZhg0AAAIAAAAAAAAABw==";

  @Test
  void decode_spamLaneReasonAndRepostChain_comeBackAsWritten() {
    Annotation plain = Samples.annotation("小米比华为好");
    Live live = live(new Annotation(
        plain.lane(),
        plain.dictionaryVersion(),
        plain.modelVersion(),
        plain.intent(),
        plain.intentConfidence(),
        plain.sentiment(),
        plain.mentions(),
        plain.aspects(),
        plain.hashtags(),
        List.of("某人", "b"),
        plain.terms(),
        plain.signature(),
        plain.wantsDeepLane(),
        new SpamScore(0.75, List.of(new SpamReason("contact", "留了微信号"))),
        "too-long"));
    byte[] bytes = StateCodec.encode(live);

    assertThat(StateCodec.decode(bytes, 0, bytes.length)).isEqualTo(live);
  }

  @Test
  void decode_documentOfTheFirstVersion_hasNoSpam() {
    byte[] bytes = Base64.getDecoder().decode(FIRST_VERSION);

    assertThat(StateCodec.decode(bytes, 0, bytes.length))
        .isEqualTo(live(Samples.annotation("小米比华为好")));
  }

  @Test
  void decode_unknownVersion_isRefused() {
    byte[] bytes = StateCodec.encode(live(Samples.annotation("小米")));
    bytes[0] = 8;

    assertThatThrownBy(() -> StateCodec.decode(bytes, 0, bytes.length))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1 to 3");
  }

  private static Live live(Annotation annotation) {
    return new Live(
        Samples.post("1", "a", "2025-06-30T10:00:00Z", "小米比华为好").record(),
        annotation,
        3,
        Samples.RECEIVED,
        List.of(),
        List.of(7L));
  }
}
