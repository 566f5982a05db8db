package io.tidewatch.nlp.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings a text into the form in which it is compared: half width, simplified, lower case; runs of
 * one character cut to two; addresses and handles blanked; control, private-use and formatting
 * characters gone; hashtags and repost chains recognised. Any string is acceptable. Safe from any
 * thread.
 */
public final class TextNormalizer {
  private final CharacterFold fold;

  public TextNormalizer(CharacterFold fold) {
    this.fold = fold;
  }

  /** Normalises a whole text. */
  public NormalText normalize(String text) {
    return new Pass(text).run();
  }

  /** A name or word in the same form, without surrounding space. */
  public String fold(String word) {
    var out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = fold.fold(word.charAt(i));
      int n = out.length();
      if (Characters.dropped(c)
          || (c == ' ' && n > 0 && out.charAt(n - 1) == ' ')
          || (Characters.collapses(c)
              && n > 1
              && out.charAt(n - 1) == c
              && out.charAt(n - 2) == c)) {
        continue;
      }
      out.append(c);
    }
    return out.toString().strip();
  }

  /** One run over one text. */
  private final class Pass {
    private static final int LONGEST_HASHTAG = 60;
    private static final int LONGEST_EMOTICON = 10;
    private static final int LONGEST_HANDLE = 30;
    /** Of a longer chain the first ones are kept. */
    private static final int LONGEST_CHAIN = 50;

    private final String text;
    private final int end;
    private final char[] chars;
    private final int[] starts;
    private final int[] ends;
    private final byte[] marks;
    private final List<String> hashtags = new ArrayList<>(2);
    private List<String> repostChain = List.of();
    private int n;
    private int ownEnd = -1;
    private int hashtagEnd = -1;
    private boolean doubleHash;

    private Pass(String text) {
      this.text = text;
      this.end = text.length();
      chars = new char[end];
      starts = new int[end];
      ends = new int[end];
      marks = new byte[end];
    }

    private NormalText run() {
      int i = 0;
      while (i < end) {
        i = step(i);
      }
      return new NormalText(
          text, chars, starts, ends, marks, n, ownEnd < 0 ? n : ownEnd, hashtags, repostChain);
    }

    /** Consumes what begins at {@code i} and returns where the next thing begins. */
    private int step(int i) {
      char c = text.charAt(i);
      if (i == hashtagEnd) {
        hashtagEnd = -1;
        if (doubleHash) {
          put('\n', i, i + 1, NormalText.PLAIN);
          return i + 1;
        }
      }
      if (Character.isSurrogate(c)) {
        return surrogate(i, c);
      }
      char f = fold.fold(c);
      if (Characters.dropped(f)) {
        return i + 1;
      }
      int next = switch (f) {
        case '/' -> quote(i);
        case 'h' -> address(i);
        case '@' -> handle(i);
        case '#' -> hashtag(i);
        case '[' -> emoticon(i);
        default -> i;
      };
      if (next > i) {
        return next;
      }
      put(f, i, i + 1, hashtagEnd >= 0 ? NormalText.HASHTAG : NormalText.PLAIN);
      return i + 1;
    }

    private int surrogate(int i, char c) {
      if (Character.isHighSurrogate(c)
          && i + 1 < end
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(i + 1));
        int type = Character.getType(point);
        if (type != Character.PRIVATE_USE
            && type != Character.UNASSIGNED
            && type != Character.FORMAT) {
          put(c, i, i + 1, NormalText.PLAIN);
          put(text.charAt(i + 1), i + 1, i + 2, NormalText.PLAIN);
        }
        return i + 2;
      }
      return i + 1;
    }

    private void put(char c, int start, int stop, byte mark) {
      if (n > 0 && chars[n - 1] == c) {
        if (c == ' ' || c == '\n' || (n > 1 && chars[n - 2] == c && Characters.collapses(c))) {
          ends[n - 1] = stop;
          return;
        }
      }
      chars[n] = c;
      starts[n] = start;
      ends[n] = stop;
      marks[n] = mark;
      n++;
    }

    /** A repost's {@code //@name:}. */
    private int quote(int i) {
      int at = i + 1 < end && fold.fold(text.charAt(i + 1)) == '/' ? i + 2 : i;
      while (at > i && at < end && text.charAt(at) == ' ' && at < i + 4) {
        at++;
      }
      if (at == i || at >= end || fold.fold(text.charAt(at)) != '@') {
        return i;
      }
      int stop = at + 1;
      while (stop < end && stop <= at + LONGEST_HANDLE && Characters.inHandle(text.charAt(stop))) {
        stop++;
      }
      passedOnBy(text.substring(at + 1, stop));
      if (stop < end && fold.fold(text.charAt(stop)) == ':') {
        stop++;
      }
      put('\n', i, stop, NormalText.PLAIN);
      if (ownEnd < 0) {
        ownEnd = n;
      }
      hashtagEnd = -1;
      return stop;
    }

    private void passedOnBy(String handle) {
      if (repostChain.isEmpty()) {
        repostChain = new ArrayList<>(2);
      }
      if (!handle.isEmpty()
          && repostChain.size() < LONGEST_CHAIN
          && !repostChain.contains(handle)) {
        repostChain.add(handle);
      }
    }

    private int address(int i) {
      if (!text.regionMatches(true, i, "http://", 0, 7)
          && !text.regionMatches(true, i, "https://", 0, 8)) {
        return i;
      }
      int stop = i + 7;
      while (stop < end && text.charAt(stop) > ' ' && text.charAt(stop) < 0x7F) {
        stop++;
      }
      put(' ', i, stop, NormalText.PLAIN);
      return stop;
    }

    private int handle(int i) {
      if (i > 0 && Characters.asciiLetterOrDigit(text.charAt(i - 1))) {
        return i;
      }
      int stop = i + 1;
      while (stop < end && stop <= i + LONGEST_HANDLE && Characters.inHandle(text.charAt(stop))) {
        stop++;
      }
      if (stop == i + 1) {
        return i;
      }
      put(' ', i, stop, NormalText.PLAIN);
      return stop;
    }

    private int hashtag(int i) {
      int stop = i + 1;
      boolean lettered = false;
      boolean spaced = false;
      int limit = Math.min(end, i + 1 + LONGEST_HASHTAG);
      int tight = -1;
      while (stop < limit) {
        char c = text.charAt(stop);
        if (c == '#' || c == '＃' || c == '\n') {
          break;
        }
        if (Character.isWhitespace(c)) {
          spaced = true;
        }
        if (spaced && tight < 0) {
          tight = stop;
        }
        lettered |= Character.isLetter(c);
        stop++;
      }
      boolean closed = stop < end && (text.charAt(stop) == '#' || text.charAt(stop) == '＃');
      if (!closed && tight >= 0) {
        stop = tight;
      } else if (!closed && stop == limit && limit < end) {
        return i;
      }
      if (stop == i + 1 || !lettered || Character.isWhitespace(text.charAt(i + 1))) {
        return i;
      }
      String tag = TextNormalizer.this.fold(
          text.substring(i + 1, stop).replace("[话题]", "").replace("[超话]", ""));
      if (!tag.isEmpty() && !hashtags.contains(tag)) {
        hashtags.add(tag);
      }
      put('\n', i, i + 1, NormalText.PLAIN);
      hashtagEnd = stop;
      doubleHash = closed;
      return i + 1;
    }

    private int emoticon(int i) {
      int stop = i + 1;
      int limit = Math.min(end, i + LONGEST_EMOTICON);
      while (stop < limit && Character.isLetterOrDigit(text.charAt(stop))) {
        stop++;
      }
      if (stop == i + 1 || stop >= limit || text.charAt(stop) != ']') {
        return i;
      }
      for (int k = i; k <= stop; k++) {
        put(fold.fold(text.charAt(k)), k, k + 1, NormalText.EMOTICON);
      }
      return stop + 1;
    }
  }
}
