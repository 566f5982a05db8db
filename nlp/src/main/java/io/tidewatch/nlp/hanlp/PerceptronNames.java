package io.tidewatch.nlp.hanlp;

import com.hankcs.hanlp.model.perceptron.NERTrainer;
import com.hankcs.hanlp.model.perceptron.PerceptronNERecognizer;
import com.hankcs.hanlp.model.perceptron.tagset.NERTagSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * HanLP's perceptron for named entities, each character a word without part of speech: a baseline,
 * trained where it is measured. Its training reads and writes files in a folder of its own that is
 * deleted again; meanwhile standard output leads to standard error. A trained one is safe from any
 * thread.
 */
public final class PerceptronNames {
  private static final String NO_PART = "x";
  private static final int EPOCHS = 8;

  private final PerceptronNERecognizer recognizer;

  private PerceptronNames(PerceptronNERecognizer recognizer) {
    this.recognizer = recognizer;
  }

  /** A name over the characters {@code [start, end)} of a text. */
  public record Name(int start, int end, String label) {}

  /** Trains from texts and their names, which are in order and apart. */
  public static PerceptronNames train(
      List<String> texts, List<List<Name>> names, Set<String> labels) throws IOException {
    Path folder = Files.createTempDirectory("tidewatch-perceptron");
    PrintStream out = System.out;
    // the trainer tells its progress on standard output, which belongs to answers
    System.setOut(System.err);
    try {
      var lines = new StringBuilder();
      for (int i = 0; i < texts.size(); i++) {
        line(texts.get(i), names.get(i), lines);
      }
      Path corpus = Files.writeString(folder.resolve("corpus.txt"), lines);
      var tags = new NERTagSet();
      tags.nerLabels.clear();
      tags.nerLabels.addAll(labels);
      var trained = new NERTrainer(tags)
          .train(
              corpus.toString(),
              corpus.toString(),
              folder.resolve("model.bin").toString(),
              0,
              EPOCHS,
              1);
      return new PerceptronNames(new PerceptronNERecognizer(trained.getModel()));
    } finally {
      System.setOut(out);
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void line(String text, List<Name> names, StringBuilder into) {
    int at = 0;
    for (Name name : names) {
      characters(text, at, name.start(), into);
      if (name.end() - name.start() == 1) {
        into.append(character(text.charAt(name.start()))).append('/').append(name.label());
      } else {
        into.append('[');
        characters(text, name.start(), name.end(), into);
        into.setLength(into.length() - 1);
        into.append("]/").append(name.label());
      }
      into.append(' ');
      at = name.end();
    }
    characters(text, at, text.length(), into);
    into.append('\n');
  }

  private static void characters(String text, int from, int to, StringBuilder into) {
    for (int i = from; i < to; i++) {
      into.append(character(text.charAt(i))).append('/').append(NO_PART).append(' ');
    }
  }

  /** Characters that mean something in HanLP's corpus format are replaced. */
  private static char character(char c) {
    return switch (c) {
      case ' ', '　', '\t' -> '_';
      case '/' -> '|';
      case '[' -> '(';
      case ']' -> ')';
      default -> c;
    };
  }

  /** The names of a text in order. */
  public List<Name> find(String text) {
    String[] words = new String[text.length()];
    String[] parts = new String[text.length()];
    for (int i = 0; i < words.length; i++) {
      words[i] = String.valueOf(character(text.charAt(i)));
    }
    Arrays.fill(parts, NO_PART);
    String[] tags = words.length == 0 ? words : recognizer.recognize(words, parts);
    var names = new ArrayList<Name>();
    int start = 0;
    for (int i = 0; i < tags.length; i++) {
      char place = tags[i].charAt(0);
      if (place == 'B' || place == 'S') {
        start = i;
      }
      if (tags[i].equals("S")) {
        continue;
      }
      boolean last =
          i + 1 == tags.length || (tags[i + 1].charAt(0) != 'M' && tags[i + 1].charAt(0) != 'E');
      if (place != 'O' && last && tags[i].indexOf('-') > 0) {
        names.add(new Name(start, i + 1, tags[i].substring(2)));
      }
    }
    return names;
  }
}
