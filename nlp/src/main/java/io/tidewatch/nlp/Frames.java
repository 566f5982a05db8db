package io.tidewatch.nlp;

import io.tidewatch.nlp.text.CharacterSet;
import io.tidewatch.nlp.text.NormalText;
import java.util.Set;

/**
 * What words that touch an ambiguous name make of it: a thing that is bought, used or announced, or
 * a person, a piece of food, a quality. Stateless.
 */
final class Frames {
  private static final int LONGEST = 4;

  /** Before a thing of a brand. */
  private static final Set<String> THING_BEFORE = Set.of(
      "台", "部", "辆", "双", "款", "用的是", "用的", "穿的是", "开的是", "换成", "换了", "入手", "提了", "提车", "换个", "换台",
      "选了", "支持", "收购", "起诉", "试驾", "驾了", "买了", "买的", "国产", "全上", "投诉", "比起", "作为", "二手", "关注",
      "求购", "出个", "出台", "代工", "供应", "对比", "相比", "不如", "认准", "就买", "必买", "还得是", "喝的是", "抹了", "涂了",
      "用过", "用了", "直播间", "种草", "安利", "回购", "囤了", "首选", "推荐", "喜提", "背刺", "修");

  /** Behind a brand's name. */
  private static final Set<String> THING_AFTER = Set.of(
      "的售后", "的客服", "的品控", "的电池", "的屏幕", "的系统", "的手机", "的产品", "的代工", "的广告", "的新品", "的质量", "的售价",
      "的官网", "的发布", "的车机", "的底盘", "的后排", "的发动", "的双离", "的电机", "的信号", "的拍照", "的镜头", "的包装", "的门店",
      "的店", "的股价", "的员工", "的充电", "的新车", "的新款", "的联名", "的口味", "的瓶", "的配料", "官方", "官网", "旗舰", "专卖",
      "专柜", "门店", "客服", "售后", "股价", "市值", "营收", "财报", "销量", "发布会", "ceo", "总裁", "创始人", "董事长", "总部",
      "起诉", "裁员", "回应", "道歉", "降价", "涨价", "联名", "新品", "代言", "直播", "代工", "供应商", "版型", "发布", "推送",
      "推出", "宣布", "上市", "开售", "停产", "召回", "关闭", "车主", "用户", "手机", "电脑", "汽车", "空调", "冰箱", "洗衣",
      "口红", "鞋", "家的", "粉丝", "公司", "集团", "品牌", "这次", "这波", "这款", "这台", "这代", "新机", "新车", "店员", "店里",
      "中国", "换电", "首款", "申请", "商标");

  /** Before a person, a piece of food, an animal, a quality. */
  private static final Set<String> OTHER_BEFORE = Set.of(
      "记者", "民警", "教授", "导演", "嘉宾", "叫", "名叫", "主任", "队员", "选手", "医生", "作家", "演员", "歌手", "同学", "冠军",
      "王子", "警察", "院长", "校长", "经理", "头", "只", "颗", "斤", "粒", "筐", "亩", "匹", "群", "碗", "吨", "不", "很",
      "太", "最", "更", "够", "挺", "好", "这么", "那么", "多么", "非常", "特别", "十分", "格外", "啃", "削", "切", "蒸",
      "炖", "剥", "种", "喂", "养", "摘", "榨", "泡", "小时候", "我们", "咱们", "人民", "广大", "普通", "追求", "远大", "我家",
      "邻居", "卖", "当", "给我", "给个", "给", "一个", "一名", "一位", "正大", "内心的");

  /** Behind a person, a piece of food, a quality. */
  private static final Set<String> OTHER_AFTER = Set.of(
      "老师", "教授", "先生", "女士", "同学", "医生", "本人", "摄影", "报道", ",男", ",女", "、男", "、女", "主义", "之", "退役",
      "夺冠", "夺金", "夺得", "解说", "状态", "跳水", "救人", "的孩子", "发烧", "上学", "放学", "上小学", "上幼", "哭", "笑了",
      "妈妈", "爸爸", "奶奶", "说完", "熬", "煮", "炖", "榨", "削皮", "切", "脆", "很甜", "又甜", "又脆", "烂了", "发芽",
      "生虫", "树", "园", "汁", "泥", "醋", "粥", "饭", "面糊", "糊", "一样", "般", "的性格", "与现实", "的生活", "的远方",
      "的人生", "很丰满", "丰满", "起来", "了一下", "成果", "于");

  private static final CharacterSet THING_BEFORE_ENDS = ends(THING_BEFORE);
  private static final CharacterSet THING_AFTER_HEADS = heads(THING_AFTER);
  private static final CharacterSet OTHER_BEFORE_ENDS = ends(OTHER_BEFORE);
  private static final CharacterSet OTHER_AFTER_HEADS = heads(OTHER_AFTER);

  private Frames() {}

  /** How many sides speak for a thing of a brand, 0 to 2. */
  static int thing(NormalText text, int start, int end) {
    return (before(text, start, THING_BEFORE, THING_BEFORE_ENDS) ? 1 : 0)
        + (after(text, end, THING_AFTER, THING_AFTER_HEADS) ? 1 : 0);
  }

  /** How many sides speak for something else, 0 to 2. */
  static int other(NormalText text, int start, int end) {
    return (before(text, start, OTHER_BEFORE, OTHER_BEFORE_ENDS) ? 1 : 0)
        + (after(text, end, OTHER_AFTER, OTHER_AFTER_HEADS) ? 1 : 0);
  }

  private static boolean before(NormalText text, int start, Set<String> words, CharacterSet ends) {
    if (start == 0 || !ends.holds(text.at(start - 1))) {
      return false;
    }
    for (int n = 1; n <= LONGEST && n <= start; n++) {
      if (words.contains(text.substring(start - n, start))) {
        return true;
      }
    }
    return false;
  }

  private static boolean after(NormalText text, int end, Set<String> words, CharacterSet heads) {
    if (end == text.length() || !heads.holds(text.at(end))) {
      return false;
    }
    for (int n = 1; n <= LONGEST && end + n <= text.length(); n++) {
      if (words.contains(text.substring(end, end + n))) {
        return true;
      }
    }
    return false;
  }

  private static CharacterSet ends(Set<String> words) {
    var last = new StringBuilder();
    words.forEach(word -> last.append(word.charAt(word.length() - 1)));
    return new CharacterSet(last);
  }

  private static CharacterSet heads(Set<String> words) {
    var first = new StringBuilder();
    words.forEach(word -> first.append(word.charAt(0)));
    return new CharacterSet(first);
  }
}
