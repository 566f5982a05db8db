package io.tidewatch.model.trend;

import java.util.Map;

/**
 * What is said of one product in a stretch of time. An author counts once for each thing said,
 * however often; documents without an author count as one of their own.
 *
 * @param documents that name or review it
 * @param authors distinct authors of those
 * @param praised authors who judge an aspect of it well, by aspect
 * @param faulted authors who judge an aspect of it badly, by aspect; one may do both
 * @param hashtags authors of documents that name it, by hashtag in them; those that name a brand or
 *     product are left out
 */
public record ProductTalk(
    String productId,
    long documents,
    long authors,
    Map<String, Long> praised,
    Map<String, Long> faulted,
    Map<String, Long> hashtags) {

  public ProductTalk {
    praised = Map.copyOf(praised);
    faulted = Map.copyOf(faulted);
    hashtags = Map.copyOf(hashtags);
  }
}
