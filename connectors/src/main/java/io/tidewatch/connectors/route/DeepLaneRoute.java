package io.tidewatch.connectors.route;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** Lets the deep lane work through a bounded number of documents at each tick. */
final class DeepLaneRoute extends RouteBuilder {
  static final String ID = "deep-lane";

  private final DeepLaneSchedule schedule;

  DeepLaneRoute(DeepLaneSchedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public void configure() {
    onException(Exception.class)
        .handled(true)
        .log(LoggingLevel.WARN, "${routeId}: ${exception.message}");
    from("timer:" + ID + "?includeMetadata=false&period=" + schedule.every().toMillis())
        .routeId(ID)
        .process(exchange ->
            exchange.getMessage().setBody(schedule.lane().applyAsInt(schedule.budget())));
  }
}
