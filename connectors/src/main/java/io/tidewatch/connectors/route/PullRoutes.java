package io.tidewatch.connectors.route;

import io.tidewatch.connectors.pull.Puller;
import io.tidewatch.connectors.pull.SourceConfig;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * Scheduled pulls, by period or cron. A run that fails is logged and seen in the source's status;
 * the next one tries again, and two runs of one source never overlap.
 */
final class PullRoutes extends RouteBuilder {
  private final Map<SourceConfig, Puller> sources;

  PullRoutes(Map<SourceConfig, Puller> sources) {
    this.sources = sources;
  }

  static String id(SourceConfig source) {
    return "pull-" + source.name();
  }

  @Override
  public void configure() {
    onException(Exception.class)
        .handled(true)
        .log(LoggingLevel.WARN, "${routeId}: ${exception.message}");
    sources.forEach((source, puller) ->
        from(endpoint(source)).routeId(id(source)).process(exchange -> pull(puller, exchange)));
  }

  private static String endpoint(SourceConfig source) {
    String name = id(source);
    if (source.cron() != null) {
      return "quartz:"
          + name
          + "?stateful=true&trigger.timeZone="
          + source.zone().getId()
          + "&cron="
          + source.cron().replace(' ', '+');
    }
    long pause = Objects.requireNonNull(source.every()).toMillis();
    return "timer:" + name + "?delay=0&includeMetadata=false&period=" + pause;
  }

  private static void pull(Puller puller, Exchange exchange) {
    exchange.getMessage().setBody(puller.run());
  }
}
