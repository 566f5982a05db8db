package io.tidewatch.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.model.behavior.MarketOrder;
import io.tidewatch.model.trend.Interval3;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EstimatesTest {

  @Test
  void effective_equalBuyers_isTheirNumber() {
    assertThat(new Total(200, 400).effective()).as("100 buyers of 2").isEqualTo(100);
    // 9 buyers of 1 and one of 91: 100² / (9 + 8281)
    assertThat(new Total(100, 8290).effective()).isCloseTo(1.206, within(0.001));
    assertThat(Total.NONE.effective()).isZero();
  }

  @Test
  void share_halfOfHundredBuyers_isTheWilsonInterval() {
    Interval3 share = Objects.requireNonNull(Estimates.share(50, new Total(100, 100)));

    // z² = 2.7055; half = 1.64485·√((0.25 + 0.0067638)/100) = 0.083346; over 1.027055
    assertThat(share.mid()).isEqualTo(0.5);
    assertThat(share.low()).isCloseTo(0.5 - 0.08115, within(0.0001));
    assertThat(share.high()).isCloseTo(0.5 + 0.08115, within(0.0001));
  }

  @Test
  void share_ofNothingOrAll_staysWithinZeroAndOne() {
    Interval3 none = Objects.requireNonNull(Estimates.share(0, new Total(30, 30)));
    Interval3 all = Objects.requireNonNull(Estimates.share(30, new Total(30, 30)));

    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(2.7055 / 32.7055, within(0.0001));
    assertThat(all.high()).isEqualTo(1);
    assertThat(all.low()).isCloseTo(30 / 32.7055, within(0.0001));
    assertThat(Estimates.share(0, Total.NONE)).isNull();
  }

  @Test
  void change_doubledRate_hasALogNormalInterval() {
    Interval3 change =
        Objects.requireNonNull(Estimates.change(new Total(200, 200), 10, new Total(100, 100), 10));

    // exp(1.64485·√(1/200 + 1/100)) = exp(0.20145) = 1.22318
    assertThat(change.mid()).isCloseTo(1, within(1e-12));
    assertThat(change.low()).isCloseTo(2 / 1.22318 - 1, within(0.0001));
    assertThat(change.high()).isCloseTo(2 * 1.22318 - 1, within(0.0001));
  }

  @Test
  void change_halfOfTheDaysSeen_comparesRates() {
    Interval3 change =
        Objects.requireNonNull(Estimates.change(new Total(100, 100), 10, new Total(100, 100), 20));

    assertThat(change.mid()).isCloseTo(1, within(1e-12));
  }

  @Test
  void change_ofNothing_cannotBeSaid() {
    assertThat(Estimates.change(Total.NONE, 10, new Total(5, 5), 10)).isNull();
    assertThat(Estimates.change(new Total(5, 5), 10, Total.NONE, 10)).isNull();
    assertThat(Estimates.change(new Total(5, 5), 10, new Total(5, 5), 0)).isNull();
  }

  @Test
  void tally_ordersOfOneBuyer_countAsOne() {
    var tally = new Tally("CNY");
    tally.add(order("a", "10.10", "CNY"));
    tally.add(order("a", "20.20", "CNY"));
    tally.add(order("b", "5", "USD"));
    tally.add(order("c", "30.30", "CNY"));

    assertThat(tally.buyers()).isEqualTo(3);
    assertThat(tally.orders()).isEqualTo(4);
    assertThat(tally.otherCurrency()).isEqualTo(1);
    assertThat(tally.gmv()).isEqualByComparingTo("60.60");
    assertThat(tally.ofOrders()).isEqualTo(new Total(4, 4 + 1 + 1));
    assertThat(tally.ofGmv().squares()).isCloseTo(2 * 30.3 * 30.3, within(1e-9));
    assertThat(tally.ofGmv().effective()).isCloseTo(2, within(1e-9));
  }

  private static MarketOrder order(String user, String amount, String currency) {
    return new MarketOrder(
        user,
        LocalDate.of(2025, 6, 1),
        "p",
        "b",
        "c",
        1,
        new BigDecimal(amount),
        BigDecimal.ZERO,
        currency);
  }
}
