package io.tidewatch.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** Measures one piece of work in wall time and in CPU time of the whole process. */
final class Stopwatch {

  /**
   * What a piece of work took.
   *
   * @param units what it counted, such as texts
   * @param wall seconds
   * @param cpu seconds over all threads, compilation and collection included
   */
  record Took(long units, double wall, double cpu) {

    double perSecond() {
      return units / wall;
    }

    double perCpuSecond() {
      return units / cpu;
    }
  }

  /** Runs {@code work}, which returns how many units it did. */
  Took time(LongSupplier work) {
    long wall = System.nanoTime();
    long cpu = cpu();
    long units = work.getAsLong();
    return new Took(units, (System.nanoTime() - wall) / 1e9, (cpu() - cpu) / 1e9);
  }

  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean os
        ? os.getProcessCpuTime()
        : 0;
  }
}
