package io.tidewatch.trend.lucene;

import io.tidewatch.trend.TextTokens.Token;
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
