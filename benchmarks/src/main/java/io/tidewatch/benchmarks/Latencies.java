package io.tidewatch.benchmarks;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** How long single answers took, in milliseconds. Safe from several threads. */
final class Latencies {
  private double[] sorted = new double[0];
  private boolean dirty;

  /** Asks once and keeps the time. */
  <T> T time(Callable<T> question) {
    long start = System.nanoTime();
    T answer;
    try {
      answer = question.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    add((System.nanoTime() - start) / 1e6);
    return answer;
  }

  private synchronized void add(double millis) {
    sorted = Arrays.copyOf(sorted, sorted.length + 1);
    sorted[sorted.length - 1] = millis;
    dirty = true;
  }

  synchronized int count() {
    return sorted.length;
  }

  /** The smallest time that {@code share} of the answers do not exceed; NaN without answers. */
  synchronized double quantile(double share) {
    if (dirty) {
      Arrays.sort(sorted);
      dirty = false;
    }
    int at = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, at)];
  }

  double median() {
    return quantile(0.5);
  }

  @Override
  public String toString() {
    return "p50 %,8.1f ms   p95 %,8.1f ms   worst %,8.1f ms   n %,d"
        .formatted(median(), quantile(0.95), quantile(1), count());
  }
}
