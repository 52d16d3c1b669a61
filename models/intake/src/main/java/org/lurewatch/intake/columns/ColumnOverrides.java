package org.lurewatch.intake.columns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a person says about columns, where a guess is wrong.
 *
 * @param columns a role with the name of the column that has it; an empty name says that no column has it
 */
public record ColumnOverrides(Map<ColumnRole, String> columns) {
    public static final ColumnOverrides NONE = new ColumnOverrides(Map.of());

    public ColumnOverrides {
        columns = Map.copyOf(Objects.requireNonNull(columns));
    }

    /**
     * Reads {@code title=Puesto,text=Link}; {@code text=} says that there is no text.
     *
     * @throws IllegalArgumentException where it cannot be read, with what is possible
     */
    public static ColumnOverrides parse(String written) {
        Map<ColumnRole, String> columns = new LinkedHashMap<>();
        for (String pair : written.split(",")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "'" + pair.strip() + "' names no column; write ROLE=COLUMN, for example title=Puesto");
            }
            String code = pair.substring(0, equals).strip();
            ColumnRole role = ColumnRole.ofCode(code)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "a column cannot be '" + code + "'; it can be " + ColumnRole.codes()));
            columns.put(role, pair.substring(equals + 1).strip());
        }
        return new ColumnOverrides(columns);
    }
}
