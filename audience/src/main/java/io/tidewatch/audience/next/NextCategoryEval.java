package io.tidewatch.audience.next;

import io.tidewatch.audience.next.CategoryScores.AgeLift;
import io.tidewatch.audience.next.CategoryScores.ChildAge;
import io.tidewatch.audience.next.CategoryScores.Linked;
import io.tidewatch.audience.next.CategoryScores.OwnPast;
import io.tidewatch.audience.next.CategoryScores.Popularity;
import io.tidewatch.audience.next.CategoryScores.SameParent;
import io.tidewatch.audience.next.CategoryScores.Transition;
import io.tidewatch.audience.next.History.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which category a user buys next, asked in the order of time: every answer knows only earlier days.
 * The older questions tune the blend, the newer ones judge it.
 */
public final class NextCategoryEval {
  private static final List<Integer> SIZES = List.of(1, 5, 10);
  private static final double MONTH = 30;
  private static final double YEAR = 365;
  private static final ChildAge AGE = new ChildAge(0.2, YEAR);

  private final History history;
  private final String data;

  /** Judges one history, called {@code data} in the rows. */
  public NextCategoryEval(History history, String data) {
    this.history = history;
    this.data = data;
  }

  /**
   * What was found.
   *
   * @param rows the figures
   * @param notes the weights that were tuned, and on how many questions
   * @param losing questions that popularity answers better, the worst first
   */
  public record Report(List<NextCategoryRow> rows, List<String> notes, List<LostQuestion> losing) {
    /** Copies the lists. */
    public Report {
      rows = List.copyOf(rows);
      notes = List.copyOf(notes);
      losing = List.copyOf(losing);
    }
  }

  /** A task: its questions by time, and which of them are too early, and which tune. */
  private record Task(String name, List<Question> questions, double early, double tuning) {
    List<Question> tuned() {
      return questions.subList(at(early), at(early + tuning));
    }

    List<Question> judged() {
      return questions.subList(at(early + tuning), questions.size());
    }

    private int at(double share) {
      return (int) Math.round(share * questions.size());
    }
  }

  /**
   * Judges all systems on all tasks that the data can ask.
   *
   * @param losing lost questions to name for each task
   * @throws IllegalArgumentException when no task has questions to tune and to judge
   */
  public Report evaluate(int losing) {
    var rows = new ArrayList<NextCategoryRow>();
    var notes = new ArrayList<String>();
    var lost = new ArrayList<LostQuestion>();
    List<Question> all = history.purchases().stream().map(history::question).toList();
    List<Question> again = all.stream().filter(q -> !q.own().isEmpty()).toList();
    List<Question> child =
        all.stream().filter(q -> history.child(q.truth().user()) != null).toList();
    for (Task task : List.of(
        new Task("next-category", again, 0, 0.5), new Task("category-by-child", child, 0.3, 0.5))) {
      if (!task.tuned().isEmpty() && !task.judged().isEmpty()) {
        judge(task, rows, notes, lost, losing);
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("data: users who buy on two days, or whose child is known,"
          + " are required, got none in " + data);
    }
    return new Report(rows, notes, lost);
  }

  private void judge(
      Task task,
      List<NextCategoryRow> rows,
      List<String> notes,
      List<LostQuestion> lost,
      int losing) {
    Map<String, CategoryScores> views = views();
    Blend blend = Blend.tuned(
        task.tuned().stream()
            .map(q -> new Blend.Case(scores(views, q), history.number(q.truth())))
            .toList(),
        views.size());
    notes.add("%s: weights %s tuned on %d questions before %s"
        .formatted(
            task.name,
            named(views, blend.weights()),
            task.tuned().size(),
            task.judged().getFirst().truth().day()));
    var popularity = new Popularity(Double.POSITIVE_INFINITY);
    Map<String, Function<Question, double[]>> systems = new LinkedHashMap<>();
    systems.put("tidewatch", q -> backed(blend.of(scores(views, q)), popularity, q));
    systems.put("popularity", q -> popularity.of(q, history));
    systems.put("popularity of 30 days", q -> new Popularity(MONTH).of(q, history));
    systems.put(
        "cosine co-occurrence",
        q -> backed(new Linked(CosineItems::of).of(q, history), popularity, q));
    systems.put("Swing", q -> backed(new Linked(SwingItems::of).of(q, history), popularity, q));
    Map<String, List<Place>> places = new LinkedHashMap<>();
    systems.forEach((name, system) -> places.put(
        name,
        task.judged().stream()
            .map(q -> Place.of(system.apply(q), history.number(q.truth())))
            .toList()));
    places.forEach((name, some) -> figures(task.name, name, some, rows));
    lost(task, places, lost, losing);
  }

  private static Map<String, CategoryScores> views() {
    Map<String, CategoryScores> views = new LinkedHashMap<>();
    views.put("popularity", new Popularity(Double.POSITIVE_INFINITY));
    views.put("recent popularity", new Popularity(MONTH));
    views.put("own past", new OwnPast(YEAR));
    views.put("same parent", new SameParent(new Popularity(YEAR / 2)));
    views.put("Swing", new Linked(SwingItems::of));
    views.put("transition", new Transition());
    views.put("child's age", AGE);
    views.put("recent popularity by child's age", new AgeLift(AGE, new Popularity(MONTH), 40));
    return views;
  }

  private List<double[]> scores(Map<String, CategoryScores> views, Question question) {
    return views.values().stream().map(v -> v.of(question, history)).toList();
  }

  /** Scores first; where they are silent or tie, popularity, made too small to change an order. */
  private double[] backed(double[] scores, Popularity popularity, Question question) {
    double[] behind = popularity.of(question, history);
    for (int c = 0; c < scores.length; c++) {
      scores[c] += 1e-9 * behind[c];
    }
    return scores;
  }

  private static String named(Map<String, CategoryScores> views, double[] weights) {
    var text = new ArrayList<String>();
    for (String name : views.keySet()) {
      text.add(name + " " + weights[text.size()]);
    }
    return String.join(", ", text);
  }

  private void figures(String task, String system, List<Place> places, List<NextCategoryRow> rows) {
    for (int size : SIZES) {
      double hit = places.stream().mapToDouble(p -> p.hit(size)).average().orElse(0);
      rows.add(new NextCategoryRow(task, data, system, "hit at " + size, hit, places.size()));
    }
    double mean = places.stream().mapToDouble(Place::reciprocal).average().orElse(0);
    rows.add(new NextCategoryRow(task, data, system, "reciprocal rank", mean, places.size()));
  }

  private static void lost(
      Task task, Map<String, List<Place>> places, List<LostQuestion> lost, int losing) {
    List<Place> ours = places.getOrDefault("tidewatch", List.of());
    List<Place> popular = places.getOrDefault("popularity", List.of());
    var worse = new ArrayList<LostQuestion>();
    for (int i = 0; i < ours.size(); i++) {
      Purchase truth = task.judged().get(i).truth();
      double place = ours.get(i).above() + (ours.get(i).equal() + 1) / 2.0;
      double other = popular.get(i).above() + (popular.get(i).equal() + 1) / 2.0;
      if (place > other) {
        worse.add(
            new LostQuestion(task.name, truth.user(), truth.day(), truth.category(), place, other));
      }
    }
    worse.sort(Comparator.comparingDouble(q -> q.popularity() - q.place()));
    lost.addAll(worse.subList(0, Math.min(losing, worse.size())));
  }
}
