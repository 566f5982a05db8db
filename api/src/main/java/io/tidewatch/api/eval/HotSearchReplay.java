package io.tidewatch.api.eval;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.DocumentAnnotator;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.trend.eval.CountHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A hot-search list as counts: the fast lane says what each title is about, as at intake, and a title
 * counts once a day at its first appearance.
 */
final class HotSearchReplay {
  private final List<HotTitle> titles;
  private final Collection<Long> observed;
  private final Map<String, Keys> keys;

  /** What a title is about. */
  private record Keys(List<String> brands, List<String> terms) {}

  private HotSearchReplay(
      List<HotTitle> titles, Collection<Long> observed, Map<String, Keys> keys) {
    this.titles = titles;
    this.observed = observed;
    this.keys = keys;
  }

  /** Annotates the titles of files that are all by the hour or all by the day. */
  static HotSearchReplay of(List<HotSearchFile> files, DocumentAnnotator annotator) {
    var titles = new ArrayList<HotTitle>();
    var observed = new TreeSet<Long>();
    files.forEach(f -> {
      titles.addAll(f.titles());
      observed.addAll(f.observed());
    });
    var keys = new ConcurrentHashMap<String, Keys>();
    titles.parallelStream()
        .map(HotTitle::title)
        .distinct()
        .forEach(t -> keys.put(t, keys(annotator.annotate(t, Hints.NONE))));
    return new HotSearchReplay(List.copyOf(titles), observed, keys);
  }

  static List<HotSearchFile> read(List<Path> paths) throws IOException {
    var files = new ArrayList<HotSearchFile>();
    for (Path path : paths) {
      files.add(HotSearchFile.read(path));
    }
    return files;
  }

  private static Keys keys(Annotation annotation) {
    return new Keys(
        annotation.mentions().stream()
            .map(Mention::brandId)
            .filter(Objects::nonNull)
            .distinct()
            .toList(),
        annotation.terms());
  }

  List<HotTitle> titles() {
    return titles;
  }

  List<String> terms(HotTitle title) {
    return of(title).terms();
  }

  CountHistory brands() {
    return history(Keys::brands);
  }

  CountHistory terms() {
    return history(Keys::terms);
  }

  private Keys of(HotTitle title) {
    return Objects.requireNonNull(keys.get(title.title()), title.title());
  }

  private CountHistory history(Function<Keys, List<String>> of) {
    var hours = new TreeSet<>(observed);
    long first = hours.getFirst();
    var builder = new CountHistory.Builder(
        first, Math.toIntExact(hours.getLast() - first + 1), HotSearchFile.ZONE);
    hours.forEach(builder::observe);
    titles.forEach(t -> builder.see(t.hour(), of.apply(of(t))));
    return builder.build();
  }
}
