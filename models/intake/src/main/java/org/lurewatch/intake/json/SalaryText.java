package org.lurewatch.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.lurewatch.detection.posting.PayText;

/**
 * Pay as a single text: what was written, or {@code 1000-2000 USD per MONTH} for a MonetaryAmount of schema.org, so that
 * one parser reads all of it.
 */
final class SalaryText {
    private static final String FIELD = "baseSalary";

    private SalaryText() {}

    static String of(JsonNode salary) {
        if (salary.isArray() && salary.size() == 1) {
            return of(salary.get(0));
        }
        if (!salary.isObject()) {
            return JsonText.of(FIELD, salary);
        }
        JsonNode value = salary.path("value").isObject() ? salary.get("value") : salary;
        String from = first(value, "minValue", "minPrice");
        String to = first(value, "maxValue", "maxPrice");
        if (from.isEmpty() && to.isEmpty()) {
            from = first(value, "value", "price", "@value", "name");
        }
        String unit = first(value, "unitText", "unitCode");
        if (unit.isEmpty()) {
            unit = first(salary, "unitText", "unitCode");
        }
        return PayText.of(from, to, first(salary, "currency", "priceCurrency"), unit)
                .orElseThrow(() -> JsonText.wrongType(FIELD, "text or an amount of money"));
    }

    private static String first(JsonNode node, String... properties) {
        for (String property : properties) {
            if (node.hasNonNull(property)) {
                return JsonText.of(FIELD, node.get(property)).strip();
            }
        }
        return "";
    }
}
