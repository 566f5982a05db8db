package io.tidewatch.api.question;

import io.tidewatch.api.view.Answer;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of all questions, by path. Safe from any thread. */
public final class Questions {
  private final Map<String, Question> byPath = new LinkedHashMap<>();
  private final ZoneId zone;

  /** {@code zone} holds where a question names none. */
  Questions(Collection<Question> questions, ZoneId zone) {
    questions.forEach(question -> byPath.put(question.path(), question));
    this.zone = zone;
  }

  /** The whole table, over {@code rooms}. */
  public static Questions over(Rooms rooms, ZoneId zone, InstantSource clock) {
    var all = new ArrayList<Question>();
    all.addAll(new TrendQuestions(rooms::trends, rooms::catalogue).all());
    all.addAll(new TalkQuestions(rooms::talk, rooms::catalogue).all());
    all.addAll(new FusionQuestions(rooms).all());
    all.addAll(new KeywordQuestions(rooms).all());
    all.addAll(new QueryQuestions(rooms).all());
    all.addAll(new AudienceQuestions(rooms).all());
    all.addAll(new SelectionQuestions(rooms).all());
    all.addAll(new ExplainQuestions(rooms, clock).all());
    all.addAll(new GroupQuestions(rooms).all());
    all.addAll(new CampaignQuestions(rooms).all());
    all.addAll(new StrategyQuestions(rooms).all());
    all.addAll(new IdentityQuestions(rooms, clock).all());
    all.addAll(new CatalogueQuestions(rooms::trends, rooms::catalogue).all());
    all.addAll(new RuleQuestions(rooms, clock).all());
    all.addAll(new RetentionQuestions(rooms).all());
    all.addAll(new UpkeepQuestions(rooms).all());
    all.addAll(new AuditQuestions(rooms).all());
    return new Questions(all, zone);
  }

  /** The table without anybody behind it: enough to describe, not to answer. */
  public static Questions described() {
    return over(new NoRooms(), ZoneId.of("Asia/Shanghai"), InstantSource.system());
  }

  /** In the order of the documentation. */
  public List<Question> all() {
    return List.copyOf(byPath.values());
  }

  /** The question at {@code path}; null when there is none. */
  public @Nullable Question at(String path) {
    return byPath.get(path);
  }

  /**
   * Answers one question.
   *
   * @param caller who asks, for the audit log
   * @throws IllegalArgumentException naming argument, rule and value
   * @throws NotFoundException when the one thing asked for is not stored
   */
  public Answer ask(String path, Map<String, String> arguments, String caller) {
    Question question = byPath.get(path);
    if (question == null) {
      throw new NotFoundException(
          "path: one of " + String.join(", ", byPath.keySet()) + " is required, got " + path);
    }
    return question.ask(new Arguments(arguments, zone, caller));
  }
}
