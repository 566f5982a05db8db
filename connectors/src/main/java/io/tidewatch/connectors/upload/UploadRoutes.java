package io.tidewatch.connectors.upload;

import java.time.Duration;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * One batch to one peer. A peer that is away is asked again with growing pauses, or when it says; a
 * refusal ends the route at once.
 */
final class UploadRoutes extends RouteBuilder {
  static final String UPLOAD = "direct:upload";
  static final String ATTEMPTS = "tidewatch.attempts";

  private final Peer peer;
  private final UploadPace pace;

  UploadRoutes(Peer peer, UploadPace pace) {
    this.peer = peer;
    this.pace = pace;
  }

  @Override
  public void configure() {
    from(UPLOAD)
        .routeId("upload")
        .onException(PeerException.Away.class)
        .maximumRedeliveries(pace.retries())
        .redeliveryDelay(pace.firstDelay().toMillis())
        .useExponentialBackOff()
        .backOffMultiplier(2)
        .maximumRedeliveryDelay(pace.lastDelay().toMillis())
        .onExceptionOccurred(UploadRoutes::waitAsAsked)
        .retryAttemptedLogLevel(LoggingLevel.WARN)
        .logExhausted(false)
        .end()
        .onException(PeerException.class)
        .maximumRedeliveries(0)
        .logExhausted(false)
        .end()
        .process(this::post);
  }

  private void post(Exchange exchange) throws PeerException, InterruptedException {
    UploadBatch batch = Objects.requireNonNull(exchange.getMessage().getBody(UploadBatch.class));
    int attempt = exchange.getProperty(ATTEMPTS, 0, Integer.class) + 1;
    exchange.setProperty(ATTEMPTS, attempt);
    exchange.getMessage().setBody(peer.post(batch).after(attempt));
  }

  private static void waitAsAsked(Exchange exchange) {
    var away = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, PeerException.Away.class);
    Duration asked = away == null ? null : away.retryAfter();
    if (asked == null) {
      exchange.getMessage().removeHeader(Exchange.REDELIVERY_DELAY);
    } else {
      exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, asked.toMillis());
    }
  }
}
