package io.tidewatch.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.annotation.Hints;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseTest {
  private static final FastReader READER =
      new FastReader(Fixtures.catalogue(), Fixtures.lexicons());

  @ParameterizedTest
  @ValueSource(strings = {"样样都好，唯独气味难闻", "看着一般，后来很喜欢", "味道不错，不料太咸"})
  void lastClause_behindAWordOfContrast_isContrasted(String text) {
    List<Clause> clauses = clauses(text);

    assertThat(clauses.getFirst().contrasted()).isFalse();
    assertThat(clauses.getLast().contrasted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"起初不喜欢，越用越好用", "刚开始嫌它丑，现在很喜欢", "原以为很差，用了很好", "有人嫌淡，我觉得清爽", "上次很差，这次很好"})
  void firstClause_ofWhatWasOrOthersSay_isConceded(String text) {
    List<Clause> clauses = clauses(text);

    assertThat(clauses.getFirst().conceded()).isTrue();
    assertThat(clauses.getLast().conceded()).isFalse();
  }

  private static List<Clause> clauses(String text) {
    return READER.read(text, Hints.NONE).clauses();
  }
}
