package io.tidewatch.audience.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllotmentTest {
  static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256")
              .digest(("key" + text).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static Allotment allotment(String campaign, double holdOut, String... channels) {
    return new Allotment(campaign, holdOut, List.of(channels), AllotmentTest::hash);
  }

  @Test
  void of_manyPersons_holdsOutTheShareAndSpreadsChannelsEvenly() {
    Allotment allotment = allotment("c", 0.2, "weibo", "douyin", "sms");
    var counts = new HashMap<String, Integer>();
    int persons = 30_000;
    for (int i = 0; i < persons; i++) {
      Allotment.Lot lot = allotment.of("p" + i);
      counts.merge(lot.group() + ":" + lot.channel(), 1, Integer::sum);
    }
    assertThat(counts.keySet())
        .containsExactlyInAnyOrder(
            "HELD_OUT:null", "TREATED:weibo", "TREATED:douyin", "TREATED:sms");
    // five standard deviations of a binomial
    assertThat(counts.get("HELD_OUT:null")).isBetween(6000 - 347, 6000 + 347);
    for (String channel : List.of("weibo", "douyin", "sms")) {
      assertThat(counts.get("TREATED:" + channel)).isBetween(8000 - 385, 8000 + 385);
    }
  }

  @Test
  void of_theSamePerson_isTheSameWhoeverElseIsThere() {
    Allotment one = allotment("c", 0.5);
    Allotment again = allotment("c", 0.5);
    var backwards = new ArrayList<Group>();
    for (int i = 999; i >= 0; i--) {
      backwards.addFirst(again.of("p" + i).group());
    }
    for (int i = 0; i < 1000; i++) {
      assertThat(one.of("p" + i).group()).isEqualTo(backwards.get(i));
    }
  }

  @Test
  void of_anotherCampaign_isAnotherDraw() {
    int same = 0;
    for (int i = 0; i < 10_000; i++) {
      same += allotment("a", 0.5).of("p" + i).group()
              == allotment("b", 0.5).of("p" + i).group()
          ? 1
          : 0;
    }
    assertThat(same).as("independent halves agree in half of the cases").isBetween(4750, 5250);
  }

  @Test
  void holdOut_ofNone_treatsEverybody() {
    Allotment allotment = allotment("c", 0);
    for (int i = 0; i < 1000; i++) {
      assertThat(allotment.of("p" + i)).isEqualTo(new Allotment.Lot(Group.TREATED, null));
    }
  }

  @Test
  void holdOut_outOfRange_isRefused() {
    for (double share : new double[] {-0.1, 0.91, 1, Double.NaN}) {
      assertThatThrownBy(() -> allotment("c", share))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("holdOut: a share from 0 to 0.9 is required, got " + share);
    }
  }
}
