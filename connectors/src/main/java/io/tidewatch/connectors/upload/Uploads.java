package io.tidewatch.connectors.upload;

import java.time.InstantSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Sends batches through a Camel route of its own. Safe from any thread. */
public final class Uploads implements AutoCloseable {
  private static final long STOP_SECONDS = 10;

  private final CamelContext camel;
  private final ProducerTemplate template;
  private final Peer peer;

  /** {@code clock} tells how long a date that a peer names is away. */
  public Uploads(UploadPace pace, InstantSource clock) {
    this.peer = new Peer(pace.patience(), clock);
    this.camel = new DefaultCamelContext();
    camel.disableJMX();
    camel.getShutdownStrategy().setTimeout(STOP_SECONDS);
    try {
      camel.addRoutes(new UploadRoutes(peer, pace));
    } catch (Exception e) {
      throw new IllegalStateException("the route does not fit together: " + e.getMessage(), e);
    }
    camel.start();
    this.template = camel.createProducerTemplate();
  }

  /**
   * Sends a batch; returns when the peer has taken it.
   *
   * @throws UploadException when the peer refuses it or stays away
   */
  public UploadAnswer send(UploadBatch batch) {
    Exchange done =
        template.request(UploadRoutes.UPLOAD, exchange -> exchange.getMessage().setBody(batch));
    Exception failure = done.getException();
    int attempts = done.getProperty(UploadRoutes.ATTEMPTS, 0, Integer.class);
    if (failure != null) {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new UploadException(
          batch.target().name() + " " + failure.getMessage(),
          failure instanceof PeerException.Refused,
          attempts,
          failure);
    }
    return done.getMessage().getBody(UploadAnswer.class);
  }

  @Override
  public void close() {
    camel.stop();
    peer.close();
  }
}
