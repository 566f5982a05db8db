package io.tidewatch.nlp.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {
  @ParameterizedTest
  @CsvSource({"BRAND, 1", "BRAND, 2", "BRAND, 5", "PRODUCT, 1", "PRODUCT, 3", "OTHER, 1", "OTHER, 4"
  })
  void write_nameBetweenOthers_isAnAllowedPath(NameType type, int length) {
    byte[] tags = new byte[length + 4];
    Tags.write(tags, 1, 3, NameType.BRAND);
    Tags.write(tags, 3, 3 + length, type);

    assertThat(Tags.starts(tags[0])).isTrue();
    for (int i = 1; i < tags.length; i++) {
      assertThat(Tags.follows(tags[i - 1], tags[i]))
          .as("%s then %s", tags[i - 1], tags[i])
          .isTrue();
    }
    assertThat(Tags.ends(tags[tags.length - 1])).isTrue();
    assertThat(Tags.type(tags[3])).isEqualTo(type);
    assertThat(Tags.begins(tags[3])).isEqualTo(type != NameType.OTHER);
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 0", "1, 5", "2, 1", "3, 2", "7, 5", "1, 7", "4, 3"})
  void follows_brokenName_isNot(int tag, int next) {
    assertThat(Tags.follows(tag, next)).isFalse();
  }
}
