package io.tidewatch.keywords.query;

import io.tidewatch.model.query.HanScript;
import java.util.List;
import java.util.Map;

/** Knows the characters of these tests only. */
public final class FakeScript implements HanScript {
  private static final Map<Character, Character> SIMPLE = Map.of('連', '连', '膚', '肤', '鞋', '鞋');
  private static final Map<Character, String> SOUNDS = Map.ofEntries(
      Map.entry('连', "lian"),
      Map.entry('衣', "yi"),
      Map.entry('裙', "qun"),
      Map.entry('依', "yi"),
      Map.entry('群', "qun"),
      Map.entry('裤', "ku"),
      Map.entry('口', "kou"),
      Map.entry('红', "hong"),
      Map.entry('夏', "xia"),
      Map.entry('兰', "lan"),
      Map.entry('蔻', "kou"),
      Map.entry('寇', "kou"),
      Map.entry('男', "nan"),
      Map.entry('女', "nv"),
      Map.entry('跑', "pao"),
      Map.entry('鞋', "xie"),
      Map.entry('冲', "chong"),
      Map.entry('锋', "feng"),
      Map.entry('风', "feng"),
      Map.entry('山', "shan"),
      Map.entry('三', "san"),
      Map.entry('单', "dan"),
      Map.entry('人', "ren"),
      Map.entry('登', "deng"),
      Map.entry('杖', "zhang"),
      Map.entry('仗', "zhang"));

  @Override
  public char simplify(char c) {
    return SIMPLE.getOrDefault(c, c);
  }

  @Override
  public List<String> syllables(String text) {
    return text.chars().mapToObj(c -> SOUNDS.getOrDefault((char) c, "")).toList();
  }
}
