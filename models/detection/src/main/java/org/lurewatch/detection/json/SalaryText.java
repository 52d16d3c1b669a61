package org.lurewatch.detection.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Pay as one text: what was written, or {@code 1000-2000 USD per MONTH} for a MonetaryAmount of schema.org, so that one
 * parser reads all of it.
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
        String amount = amount(value);
        if (amount.isEmpty()) {
            throw JsonText.wrongType(FIELD, "text or an amount of money");
        }
        String currency = first(salary, "currency", "priceCurrency");
        String unit = first(value, "unitText", "unitCode");
        if (unit.isEmpty()) {
            unit = first(salary, "unitText", "unitCode");
        }
        StringBuilder text = new StringBuilder(amount);
        if (!currency.isEmpty()) {
            text.append(' ').append(currency);
        }
        if (!unit.isEmpty()) {
            text.append(" per ").append(unit);
        }
        return text.toString();
    }

    private static String amount(JsonNode value) {
        String from = first(value, "minValue", "minPrice");
        String to = first(value, "maxValue", "maxPrice");
        if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
            return from + "-" + to;
        }
        if (!from.isEmpty()) {
            return from;
        }
        return to.isEmpty() ? first(value, "value", "price", "@value", "name") : to;
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
