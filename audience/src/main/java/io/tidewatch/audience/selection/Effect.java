package io.tidewatch.audience.selection;

import java.util.Locale;

/**
 * What one column does in a model.
 *
 * @param column the column
 * @param importance its part of the whole model, 0 to 1
 * @param direction correlation of the column with the score over the training users, -1 to 1
 */
public record Effect(Column column, double importance, double direction) {
  /** Below this correlation a column's effect has no one direction. */
  private static final double MIXED = 0.02;

  /** A sentence, Chinese or English. */
  public String words(Locale locale) {
    boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
    String share = String.format(Locale.ROOT, "%.1f %%", 100 * importance);
    boolean mixed = Math.abs(direction) < MIXED;
    String subject = column.label();
    if (chinese) {
      String way = mixed ? "时而提高时而降低" : direction > 0 ? "提高" : "降低";
      String which = column.level().isEmpty() ? subject + "越高，" : subject + "：";
      return which + way + "可能性（占模型 " + share + "）";
    }
    String way = mixed ? "changes" : direction > 0 ? "raises" : "lowers";
    String which = column.level().isEmpty() ? "a higher " + subject : subject;
    return which + " " + way + " the chance (" + share + " of the model)";
  }
}
