package io.tidewatch.audience.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextCategoryEvalTest {
  private static final LocalDate START = LocalDate.of(2014, 1, 1);

  @TempDir
  private Path directory;

  @Test
  void place_tiesCountByExpectation() {
    Place place = Place.of(new double[] {5, 3, 3, 1}, 2);
    assertThat(place).isEqualTo(new Place(1, 2));
    assertThat(place.hit(1)).isZero();
    assertThat(place.hit(2)).isEqualTo(0.5);
    assertThat(place.hit(3)).isEqualTo(1);
    assertThat(place.reciprocal()).isCloseTo((1.0 / 2 + 1.0 / 3) / 2, within(1e-12));
  }

  @Test
  void question_knowsEarlierDaysOnly() {
    Purchase first = buy("u", "a", 0);
    Purchase sameDay = buy("v", "b", 1);
    Purchase truth = buy("u", "c", 1);
    Purchase later = buy("u", "d", 2);
    var history = new History(List.of(later, truth, sameDay, first), Map.of());
    var question = history.question(truth);
    assertThat(question.before()).containsExactly(first);
    assertThat(question.own()).containsExactly(first);
  }

  /** Every user buys x1 and then y1, x2 and then y2, while z is bought most. */
  @Test
  void evaluate_chainedPurchases_blendBeatsPopularity() {
    var purchases = new ArrayList<Purchase>();
    for (int i = 0; i < 60; i++) {
      int kind = i % 3;
      purchases.add(buy("u" + i, "x" + kind, i));
      purchases.add(buy("u" + i, "y" + kind, i + 20));
      purchases.add(buy("once" + i, "z", i));
    }
    var report = new NextCategoryEval(new History(purchases, Map.of()), "chain").evaluate(5);
    assertThat(value(report, "tidewatch", "hit at 1")).isGreaterThan(0.9);
    assertThat(value(report, "popularity", "hit at 1")).isZero();
    assertThat(value(report, "cosine co-occurrence", "hit at 1")).isGreaterThan(0.9);
    assertThat(report.rows()).allSatisfy(r -> {
      assertThat(r.task()).isEqualTo("next-category");
      assertThat(r.n()).isEqualTo(30);
      assertThat(r.value()).isBetween(0.0, 1.0);
    });
    assertThat(report.notes()).singleElement().asString().contains("tuned on 30 questions");
  }

  @Test
  void evaluate_childrenAges_tellTheCategory() {
    var purchases = new ArrayList<Purchase>();
    Map<String, Child> children = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      boolean baby = i % 2 == 0;
      children.put("u" + i, new Child(START.plusDays(i).minusYears(baby ? 0 : 5), "0"));
      purchases.add(buy("u" + i, baby ? "milk" : "toy", i));
    }
    var report = new NextCategoryEval(new History(purchases, children), "age").evaluate(0);
    assertThat(value(report, "tidewatch", "hit at 1")).isEqualTo(1);
    assertThat(value(report, "popularity", "hit at 1")).isLessThan(0.8);
  }

  @Test
  void evaluate_lostQuestions_areNamed() {
    var purchases = new ArrayList<Purchase>();
    for (int i = 0; i < 40; i++) {
      purchases.add(buy("u" + i, "x", i));
      purchases.add(buy("u" + i, i < 22 ? "y" : "x", i + 10));
    }
    var report = new NextCategoryEval(new History(purchases, Map.of()), "turn").evaluate(3);
    assertThat(report.losing()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
    assertThat(report.losing().getFirst().place())
        .isGreaterThan(report.losing().getFirst().popularity());
  }

  @Test
  void evaluate_nobodyBuysTwice_isRefused() {
    var history = new History(List.of(buy("u", "a", 0), buy("v", "b", 1)), Map.of());
    assertThatThrownBy(() -> new NextCategoryEval(history, "file.csv").evaluate(0))
        .hasMessageContaining("users who buy on two days")
        .hasMessageContaining("file.csv");
  }

  @Test
  void files_byHeader_areReadTogether() throws IOException {
    Path buys = file(
        "buys.csv",
        "user_id,auction_id,category_2,category_1,buy_mount,day",
        "7,1,50,2,1,20140101",
        "",
        "8,1,51,2,1,20140102");
    Path children = file("children.csv", "user_id,birthday,gender", "7,20130311,1");
    History history = PurchaseFiles.read(List.of(buys, children));
    assertThat(history.purchases())
        .containsExactly(
            new Purchase("7", "50", "2", START), new Purchase("8", "51", "2", START.plusDays(1)));
    assertThat(history.child("7")).isEqualTo(new Child(LocalDate.of(2013, 3, 11), "1"));
    assertThat(history.child("8")).isNull();
  }

  @Test
  void files_malformed_areRefusedByLine() throws IOException {
    String header = "user_id,category_2,category_1,day";
    assertRefused(file("a.csv", "id,name", "1,2"), "got [id, name]");
    assertRefused(file("b.csv"), "columns user_id");
    assertRefused(file("c.csv", header), "purchases are required, got none");
    assertRefused(file("d.csv", header, "1,2,3"), "got 3 in", "d.csv line 2");
    assertRefused(file("e.csv", header, "1,2,3,20141301"), "e.csv line 2");
  }

  private static void assertRefused(Path file, String... parts) {
    assertThatThrownBy(() -> PurchaseFiles.read(List.of(file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(parts);
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(directory.resolve(name), String.join("\n", lines));
  }

  private static Purchase buy(String user, String category, int day) {
    return new Purchase(user, category, category.substring(0, 1), START.plusDays(day));
  }

  private static double value(NextCategoryEval.Report report, String system, String metric) {
    return report.rows().stream()
        .filter(r -> r.system().equals(system) && r.metric().equals(metric))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
