package io.tidewatch.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.campaign.Campaign;
import io.tidewatch.model.campaign.Campaign.Members;
import io.tidewatch.model.campaign.CampaignStore.Upload;
import io.tidewatch.model.campaign.Receipt;
import io.tidewatch.model.record.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What every database has to do about campaigns. */
@NullUnmarked
abstract class CampaignContract extends GroupContract {
  private static final Instant MADE = Instant.parse("2025-06-11T02:03:04.123456Z");

  private static Campaign campaign(String id, Instant createdAt) {
    return new Campaign(
        id,
        "双十一 " + id,
        "lancome",
        "advertising",
        MADE.minusSeconds(60),
        createdAt,
        "brand=兰蔻 size=1000",
        null,
        List.of(),
        0.1,
        new Members(id + ".members", "ab".repeat(32), 900, 100));
  }

  @Test
  void campaigns_whenThereAreNone_areNoneAndHaveNoReceipts() {
    assertThat(state.campaigns().list()).isEmpty();
    assertThat(state.campaigns().get("none")).isEmpty();
    assertThat(state.campaigns().receipts("none")).isEmpty();
  }

  @Test
  void campaigns_comeBackAsMadeNewestFirstAfterReopening() {
    Campaign first = campaign("a", MADE);
    Campaign second = new Campaign(
        "b",
        "b",
        "lancome",
        "advertising",
        MADE,
        MADE.plusSeconds(1),
        "q",
        "forest-1",
        List.of("weibo", "抖音"),
        0.25,
        new Members("b.members", "cd".repeat(32), 3, 1));
    assertThat(state.campaigns().create(first)).isTrue();
    assertThat(state.campaigns().create(second)).isTrue();
    reopen();
    assertThat(state.campaigns().list()).containsExactly(second, first);
    assertThat(state.campaigns().get("b")).contains(second);
  }

  @Test
  void create_idThatIsTaken_changesNothing() {
    Campaign first = campaign("a", MADE);
    state.campaigns().create(first);
    assertThat(state.campaigns().create(campaign("a", MADE.plusSeconds(9)))).isFalse();
    assertThat(state.campaigns().list()).containsExactly(first);
  }

  @Test
  void replace_members_leavesTheRestAndOthers() {
    Campaign first = campaign("a", MADE);
    Campaign second = campaign("b", MADE);
    state.campaigns().create(first);
    state.campaigns().create(second);
    var fewer = new Members("a-2.members", "ef".repeat(32), 899, 100);
    state.campaigns().replace("a", fewer);
    assertThat(state.campaigns().list()).containsExactly(first.with(fewer), second);
  }

  @Test
  void begin_again_goesOnAsItWasBegun() {
    state.campaigns().create(campaign("a", MADE));
    var upload = new Upload(500, true, MADE);
    assertThat(state.campaigns().begin("a", "ads", upload)).isEqualTo(upload);
    reopen();
    assertThat(state.campaigns().begin("a", "ads", new Upload(7, false, MADE.plusSeconds(9))))
        .isEqualTo(upload);
    assertThat(state.campaigns().begin("a", "other", new Upload(7, false, MADE)).batchSize())
        .isEqualTo(7);
  }

  @Test
  void receipts_keepTheNewestOfABatch_byTargetAndBatch() {
    state.campaigns().create(campaign("a", MADE));
    state.campaigns().create(campaign("b", MADE));
    Receipt failed = receipt("a", "ads", 1, Receipt.State.FAILED, null, null, "status 500");
    Receipt other = receipt("a", "ads", 0, Receipt.State.ACCEPTED, "p-0", null, null);
    Receipt elsewhere = receipt("a", "zeta", 0, Receipt.State.REFUSED, null, null, "status 403");
    Receipt taken =
        receipt("a", "ads", 1, Receipt.State.ACCEPTED, "p-1", Long.valueOf(5_000_000_000L), null);
    List.of(failed, elsewhere, other, taken).forEach(state.campaigns()::write);
    reopen();
    assertThat(state.campaigns().receipts("a")).containsExactly(other, taken, elsewhere);
    assertThat(state.campaigns().receipts("b")).isEmpty();
  }

  @Test
  void write_receiptOfNoCampaign_isRefused() {
    assertThatThrownBy(() -> state
            .campaigns()
            .write(receipt("none", "ads", 0, Receipt.State.ACCEPTED, null, null, null)))
        .isInstanceOf(StoreUnavailableException.class);
  }

  private static Receipt receipt(
      String campaign,
      String target,
      int batch,
      Receipt.State state,
      String peer,
      Long accepted,
      String error) {
    return new Receipt(
        campaign,
        target,
        batch,
        state,
        campaign + ":" + batch,
        500,
        peer,
        accepted,
        2,
        MADE,
        error);
  }
}
