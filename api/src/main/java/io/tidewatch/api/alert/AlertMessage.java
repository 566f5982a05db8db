package io.tidewatch.api.alert;

import io.tidewatch.model.rule.Alert;
import io.tidewatch.model.rule.Condition;
import io.tidewatch.model.rule.Firing;
import io.tidewatch.model.rule.Rule;
import io.tidewatch.model.trend.KeyKind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * An alert as people read it, in Chinese Markdown.
 *
 * @param id of the alert, so that a message that came twice is known
 */
record AlertMessage(String id, String title, String text) {
  private static final int MOST_FIRINGS = 20;
  private static final int LINKS = 3;
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter PAGE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  /** Writes {@code alert} of {@code rule} with links to the page at {@code dashboard}. */
  static AlertMessage of(Alert alert, Rule rule, URI dashboard, ZoneId zone) {
    String title = "观潮预警：" + plain(alert.ruleName());
    var text = new StringBuilder("### ").append(title).append("\n\n");
    text.append("截至 %s，过去 %s：\n\n"
        .formatted(LOCAL.format(alert.asOf().atZone(zone)), span(BackTest.read(rule))));
    List<Firing> shown =
        alert.firings().subList(0, Math.min(MOST_FIRINGS, alert.firings().size()));
    for (Firing firing : shown) {
      text.append("- **").append(plain(firing.name())).append("** ");
      text.append(measured(rule.condition(), firing)).append("\n");
      text.append("  ").append(links(alert, rule, firing, dashboard, zone)).append("\n");
    }
    if (shown.size() < alert.firings().size()) {
      text.append("- 另有 ").append(alert.firings().size() - shown.size()).append(" 项未列出\n");
    }
    text.append("\n编号 ").append(plain(alert.id()));
    return new AlertMessage(alert.id(), title, text.toString());
  }

  private static String measured(Condition condition, Firing firing) {
    double threshold = condition.threshold();
    return switch (condition) {
      case Condition.Rising c ->
        String.format(
            Locale.ROOT,
            "上升分 %.1f（阈值 %.1f），%d 次，预期 %.1f",
            firing.value(),
            threshold,
            firing.count(),
            expected(firing));
      case Condition.Growth c ->
        String.format(
            Locale.ROOT,
            "至少增长到 %.1f 倍（阈值 %.1f），%d 次，预期 %.1f",
            firing.value(),
            threshold,
            firing.count(),
            expected(firing));
      case Condition.Level c ->
        String.format(
            Locale.ROOT,
            "站上新水平，为此前的 %.1f 倍（阈值 %.1f），共 %d 次",
            firing.value(),
            threshold,
            firing.count());
      case Condition.Climb c ->
        String.format(
            Locale.ROOT,
            "持续走高，四周至少增长到 %.1f 倍（阈值 %.1f），共 %d 次",
            firing.value(),
            threshold,
            firing.count());
      case Condition.Count c ->
        String.format(Locale.ROOT, "共 %d 次（阈值 %.0f）", firing.count(), threshold);
      case Condition.Negative c ->
        String.format(
            Locale.ROOT,
            "负面占比 %.0f%%（阈值 %.0f%%），共 %d 篇",
            100 * firing.value(),
            100 * threshold,
            firing.count());
    };
  }

  private static double expected(Firing firing) {
    return firing.expected() == null ? 0 : firing.expected();
  }

  private static String links(Alert alert, Rule rule, Firing firing, URI dashboard, ZoneId zone) {
    String base = dashboard.toString().replaceFirst("/+$", "");
    String asOf = "asOf=" + encoded(PAGE.format(alert.asOf().atZone(zone)));
    String page = switch (rule.condition()) {
      case Condition.Rising c -> asOf + key(c.kind(), firing);
      case Condition.Growth c -> asOf + key(c.kind(), firing);
      case Condition.Level c -> asOf + key(c.kind(), firing);
      case Condition.Climb c -> asOf + key(c.kind(), firing);
      case Condition.Count c -> asOf + "&query=" + encoded(c.query());
      case Condition.Negative c -> asOf + "&query=" + encoded(c.query());
    };
    var links = new StringBuilder("[看板](" + base + "/?" + page + ")");
    int n = 0;
    for (String id :
        firing.evidence().subList(0, Math.min(LINKS, firing.evidence().size()))) {
      links.append(" [原文").append(++n).append("](").append(base);
      links.append("/api/v1/document?key=").append(encoded(id)).append(")");
    }
    return links.toString();
  }

  private static String key(KeyKind kind, Firing firing) {
    return "&kind=" + kind.label() + "&open=" + encoded(firing.key());
  }

  private static String span(Duration window) {
    return window.toHours() % 24 == 0 ? window.toDays() + " 天" : window.toHours() + " 小时";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Text of others on one line, with the marks of Markdown widened so that they mean nothing. */
  private static String plain(String text) {
    var plain = new StringBuilder(text.length());
    text.replaceAll("[\\p{Cntrl}\\s]+", " ").chars().forEach(c -> {
      boolean mark = "[]()*_#`<>!@~|\\".indexOf(c) >= 0;
      plain.append(mark ? (char) (c + 0xFEE0) : (char) c);
    });
    return plain.toString();
  }
}
