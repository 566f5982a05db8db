package io.tidewatch.keywords;

/** Numbers the pairs of rows that come ordered by keyword, then product, from 0. */
final class PairNumbers {
  private String keyword = "";
  private String product = "";
  private int number = -1;

  int number(String ofKeyword, String ofProduct) {
    if (!ofKeyword.equals(keyword) || !ofProduct.equals(product)) {
      keyword = ofKeyword;
      product = ofProduct;
      number++;
    }
    return number;
  }
}
