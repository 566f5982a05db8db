package io.tidewatch.keywords.semantic;

import java.time.Duration;
import java.time.ZoneId;

/**
 * What the semantic search of keywords looks at.
 *
 * @param windowDays days of behaviour before T
 * @param laterDays the last of them, whose clicks are the truth that weights are fitted to
 * @param maxKeywords keywords kept, those with most searchers first
 * @param maxProducts products whose names and captions are embedded, the most clicked first
 * @param maxCaptions captions of posts about such products that are embedded, the newest first
 * @param neighbors keywords and products nearest to a wish that lend it their clicks
 * @param temperature how quickly that falls with distance: by 1/e for so much less similarity
 * @param zone of local days
 * @param patience a changed store is read again after this time at the earliest
 */
public record SemanticConfig(
    int windowDays,
    int laterDays,
    int maxKeywords,
    int maxProducts,
    int maxCaptions,
    int neighbors,
    double temperature,
    ZoneId zone,
    Duration patience) {

  public static final SemanticConfig DEFAULT = new SemanticConfig(
      28, 7, 20_000, 5_000, 2_000, 20, .05, ZoneId.of("Asia/Shanghai"), Duration.ofMinutes(10));
}
