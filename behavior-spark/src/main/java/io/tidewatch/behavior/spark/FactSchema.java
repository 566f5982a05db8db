package io.tidewatch.behavior.spark;

import io.tidewatch.behavior.FactColumn;
import io.tidewatch.behavior.FactType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of a fact type's files. */
final class FactSchema {
  private static final int MONEY_DIGITS = 18;

  private FactSchema() {}

  /** Columns of files of one type; {@code day} comes from the folder or stands in the file. */
  static StructType of(FactType type) {
    StructType schema = new StructType()
        .add("type", DataTypes.StringType)
        .add("id", DataTypes.StringType)
        .add("key_hash", DataTypes.LongType)
        .add("event_at", DataTypes.TimestampNTZType)
        .add("version_at", DataTypes.TimestampNTZType)
        .add("arrival", DataTypes.LongType)
        .add("deleted", DataTypes.BooleanType)
        .add("source", DataTypes.StringType)
        .add("received_at", DataTypes.TimestampNTZType);
    for (FactColumn column : type.columns()) {
      schema = schema.add(column.column(), type(column));
    }
    return schema.add("day", DataTypes.DateType);
  }

  private static DataType type(FactColumn column) {
    return switch (column.kind()) {
      case TEXT -> DataTypes.StringType;
      case TEXTS -> DataTypes.createArrayType(DataTypes.StringType);
      case WHOLE -> DataTypes.LongType;
      case NUMBER -> DataTypes.DoubleType;
      case FLAG -> DataTypes.BooleanType;
      case MONEY -> DataTypes.createDecimalType(MONEY_DIGITS, FactColumn.MONEY_SCALE);
    };
  }
}
