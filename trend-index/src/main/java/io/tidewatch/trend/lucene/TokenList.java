package io.tidewatch.trend.lucene;

import io.tidewatch.trend.TextTokens.Token;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Ready-made tokens as a stream that Lucene indexes. */
final class TokenList extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final List<Token> tokens;
  private int next;
  private int position = -1;

  TokenList(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Each two neighbouring tokens as one token at the position of the first. */
  static List<Token> pairs(List<Token> tokens) {
    var pairs = new ArrayList<Token>(tokens.size());
    for (int i = 1; i < tokens.size(); i++) {
      Token a = tokens.get(i - 1);
      Token b = tokens.get(i);
      if (b.position() == a.position() + 1) {
        // words are kept apart, "a bc" is not "ab c"; characters need no mark
        String text = a.single() && b.single() ? a.text() + b.text() : a.text() + ' ' + b.text();
        pairs.add(new Token(text, a.position(), false));
      }
    }
    return pairs;
  }

  @Override
  public boolean incrementToken() {
    if (next == tokens.size()) {
      return false;
    }
    clearAttributes();
    Token token = tokens.get(next++);
    term.append(token.text());
    step.setPositionIncrement(token.position() - position);
    position = token.position();
    return true;
  }

  @Override
  public void reset() {
    next = 0;
    position = -1;
  }
}
