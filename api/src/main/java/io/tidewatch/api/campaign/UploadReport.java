package io.tidewatch.api.campaign;

import io.tidewatch.model.campaign.Campaign;
import io.tidewatch.model.campaign.Receipt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run of an upload did. Names are the names in JSON.
 *
 * @param batches of the whole campaign
 * @param sent batches that the peer took in this run
 * @param earlier batches that it had taken before
 * @param rows persons in the batches that the peer has
 * @param accepted rows that the peer says it took; null when it did not say so of every batch
 * @param excluded members who were not sent, by reason
 * @param receipts the peer's names of its batches, where it gave one
 */
public record UploadReport(
    String campaign,
    String target,
    int batches,
    int sent,
    int earlier,
    long rows,
    @Nullable Long accepted,
    Map<String, Long> excluded,
    List<String> receipts) {

  public UploadReport {
    excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
    receipts = List.copyOf(receipts);
  }

  /** A run on its way. For one thread. */
  static final class Tally {
    private final Campaign campaign;
    private final String target;
    private final int batches;
    private final List<Receipt> had = new ArrayList<>();
    private final List<Receipt> fresh = new ArrayList<>();

    Tally(Campaign campaign, String target, int batches) {
      this.campaign = campaign;
      this.target = target;
      this.batches = batches;
    }

    void earlier(Receipt receipt) {
      had.add(receipt);
    }

    void sent(Receipt receipt) {
      fresh.add(receipt);
    }

    int accepted() {
      return had.size() + fresh.size();
    }

    UploadReport report(Map<String, Long> excluded) {
      var all = new ArrayList<>(had);
      all.addAll(fresh);
      boolean told = all.stream().allMatch(receipt -> receipt.accepted() != null);
      return new UploadReport(
          campaign.id(),
          target,
          batches,
          fresh.size(),
          had.size(),
          all.stream().mapToLong(Receipt::rows).sum(),
          told
              ? Long.valueOf(all.stream()
                  .map(Receipt::accepted)
                  .filter(Objects::nonNull)
                  .mapToLong(Long::longValue)
                  .sum())
              : null,
          excluded,
          all.stream().map(Receipt::peerId).filter(Objects::nonNull).toList());
    }
  }
}
