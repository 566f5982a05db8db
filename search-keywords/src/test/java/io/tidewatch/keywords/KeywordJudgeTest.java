package io.tidewatch.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.keywords.answer.KeywordExplanation;
import io.tidewatch.keywords.formula.KeywordLabel;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordJudgeTest {
  @Test
  void place_ofEveryCellAndBrand_isThatOfTheWholeVerdict() {
    FakeBehaviorStore store = Market.store();
    KeywordTable table = new KeywordTableReader(
            store, store, KeywordConfig.DEFAULT.withoutFit(), KeywordFamilies.ALONE)
        .read(Market.END);
    var judge = new KeywordJudge(KeywordConfig.DEFAULT, table);

    for (KeywordCell cell : table.cells()) {
      for (String brand : List.of("alpha", "beta", "gamma", "delta", "omega")) {
        KeywordExplanation whole = judge.judge(cell, brand);
        KeywordJudge.Placed placed = judge.place(cell, brand);
        assertThat(placed.label()).isEqualTo(whole.label());
        assertThat(placed.score()).isEqualTo(whole.score());
        assertThat(placed.worth()).isEqualTo(judge.worth(cell, brand));
      }
      assertThat(judge.place(cell, null).label()).isNull();
    }
    assertThat(table.cells().stream().map(c -> judge.place(c, "alpha").label()))
        .contains(
            KeywordLabel.OWNED,
            KeywordLabel.RIVAL_OWNED,
            KeywordLabel.OPEN_WEAK,
            KeywordLabel.INSUFFICIENT);
  }
}
