package io.tidewatch.keywords.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What words of digits and Latin letters look like. */
enum SpecPattern {
  /** A number, several of them, or a number with a unit: {@code 1.5匹}, {@code 205/55r16}. */
  MEASURE("\\d+(?:\\.\\d+)?(?:[x/:-]\\d+(?:\\.\\d+)?)*(?:r\\d+)?[%\u00B0]?(?:" + Units.ALL + ")?"
      + "(?![a-z0-9])"),
  /** A Chinese numeral with a unit: {@code 三段}. */
  COUNT("(?:[一二两三四五六七八九十]{1,3}|半)(?:" + Units.COUNTED + ")"),
  /** Letters and digits together: {@code g502}, {@code wh1000xm5}. */
  CODE("(?=[a-z0-9.+/-]*[a-z])(?=[a-z0-9.+/-]*\\d)[a-z0-9]+(?:[./-][a-z0-9]+)*\\+?"),
  /** Letters alone. */
  WORD("[a-z]+(?:&[a-z]+)*\\+?");

  /** What a pattern that is not Latin begins with. */
  static final String NUMERALS = "一二两三四五六七八九十半";

  private final Pattern pattern;

  SpecPattern(String regex) {
    pattern = Pattern.compile(regex);
  }

  /** Where a match that begins at {@code start} ends; {@code start} when there is none. */
  int end(CharSequence text, int start) {
    Matcher matcher = pattern.matcher(text).region(start, text.length());
    matcher.useTransparentBounds(true);
    return matcher.lookingAt() ? matcher.end() : start;
  }

  private static final class Units {
    private static final String COUNTED =
        "段|岁|年级|件套|层|条装|只装|片装|支装|瓶装|人份|个月|周岁|口|孔|门|轮|星|级|匹|斤|米|寸|代|期|升";
    private static final String ALL = "英寸|毫升|毫安|千克|公斤|公分|厘米|毫米|平方|平米|年级|个月|周岁|人份|片装|"
        + "支装|只装|瓶装|包装|件套|条装|万|伏|瓦|安|度|匹|升|斤|克|米|寸|岁|段|码|号|片|包|瓶|盒|袋|个|只|双|条|件|套|支|抽|卷"
        + "|层|人|位|孔|档|头|色|年|月|天|周|目|级|口|节|根|块|张|册|期|代|款|元|格|芯|股|针|键|核|轮|星|座|门|ml|kg|cm|mm|mah|"
        + "kw|hz|gb|tb|ghz|in|oz|l|g|m|w|v|a|t|k|p|d|h|u";

    private Units() {}
  }
}
