package org.lurewatch.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.lurewatch.detection.posting.PayText;

/**
 * Pay as a single text: what was written, or {@code 1000-2000 USD per MONTH} for a MonetaryAmount of schema.org, so that
 * one parser reads all of it. Several amounts stand on lines of their own, and so does whatever else is said there.
 */
final class SalaryText {
    private static final int MOST_LEVELS = 16;

    private static final List<String> LOWEST =
            List.of("minValue", "minPrice", "min", "minimum", "from", "low", "min_amount", "minAmount");
    private static final List<String> HIGHEST =
            List.of("maxValue", "maxPrice", "max", "maximum", "to", "high", "max_amount", "maxAmount");
    private static final List<String> ONLY = List.of("value", "price", "@value", "amount", "salary", "name");
    private static final List<String> CURRENCY =
            List.of("currency", "priceCurrency", "currencyCode", "currency_code", "salaryCurrency");
    private static final List<String> UNIT = List.of("unitText", "unitCode", "unit", "period", "interval");

    /** Tools that gather adverts say how often somebody is paid; schema.org names the time. */
    private static final Map<String, String> TIMES = Map.of(
            "hourly", "HOUR",
            "daily", "DAY",
            "weekly", "WEEK",
            "monthly", "MONTH",
            "yearly", "YEAR",
            "annually", "YEAR",
            "annual", "YEAR");

    /** Boards that have no pay write these: none, or the most that fits. */
    private static final Pattern NO_AMOUNT = Pattern.compile("-[\\s\\d.,]*|0+([.,]0+)?|9{7,}([.,]\\d+)?|2147483647");

    private SalaryText() {}

    /** The text; empty where no amount and no other text is given. */
    static String of(JsonNode salary) {
        if (salary.isTextual()) {
            // As it stands, since offsets point into the field as it was sent.
            return scalar(salary).isEmpty() ? "" : JsonText.of(salary);
        }
        Set<String> lines = new LinkedHashSet<>();
        collect(salary, "", "", MOST_LEVELS, lines);
        return String.join("\n", lines);
    }

    private static void collect(JsonNode salary, String currency, String unit, int levels, Set<String> lines) {
        if (levels == 0) {
            return;
        }
        if (salary.isArray()) {
            if (isRange(salary)) {
                add(
                        PayText.of(scalar(salary.get(0)), scalar(salary.get(1)), currency, unit)
                                .orElse(""),
                        lines);
            } else {
                salary.forEach(each -> collect(each, currency, unit, levels - 1, lines));
            }
        } else if (salary.isObject()) {
            collectAmount(salary, currency, unit, levels, lines);
        } else {
            add(PayText.of(scalar(salary), "", currency, unit).orElse(""), lines);
        }
    }

    private static boolean isRange(JsonNode list) {
        return list.size() == 2
                && list.get(0).isNumber()
                && list.get(1).isNumber()
                && list.get(0).decimalValue().compareTo(list.get(1).decimalValue()) < 0;
    }

    private static void collectAmount(
            JsonNode salary, String outerCurrency, String outerUnit, int levels, Set<String> lines) {
        String currency = named(salary, CURRENCY, outerCurrency);
        String said = named(salary, UNIT, outerUnit);
        String unit = TIMES.getOrDefault(said.toLowerCase(Locale.ROOT), said);
        Set<String> used = new LinkedHashSet<>();
        String from = amount(salary, LOWEST, used);
        String to = amount(salary, HIGHEST, used);
        if (from.isEmpty() && to.isEmpty()) {
            from = amount(salary, ONLY, used);
        }
        add(PayText.of(from, to, currency, unit).orElse(""), lines);
        for (Map.Entry<String, JsonNode> property : salary.properties()) {
            String name = property.getKey();
            boolean read =
                    used.contains(name) || CURRENCY.contains(name) || UNIT.contains(name) || name.startsWith("@");
            if (!read && property.getValue().isContainerNode()) {
                collect(property.getValue(), currency, unit, levels - 1, lines);
            } else if (!read && property.getValue().isTextual()) {
                add(scalar(property.getValue()), lines);
            }
        }
    }

    /** The first of these properties that holds an amount, directly or inside an object of its own. */
    private static String amount(JsonNode salary, List<String> properties, Set<String> used) {
        for (String property : properties) {
            JsonNode value = JsonText.only(salary.path(property));
            boolean bound = value.isObject() && properties != ONLY;
            String amount = bound ? amountWithin(value) : value.isValueNode() ? scalar(value) : "";
            if (value.isValueNode() && !value.isMissingNode()) {
                used.add(property);
            }
            if (!amount.isEmpty()) {
                used.add(property);
                return amount;
            }
        }
        return "";
    }

    private static String amountWithin(JsonNode bound) {
        List<String> all = new ArrayList<>(ONLY);
        all.remove("name");
        for (String property : all) {
            JsonNode value = JsonText.only(bound.path(property));
            if (value.isValueNode() && !scalar(value).isEmpty()) {
                return scalar(value);
            }
        }
        return "";
    }

    private static String named(JsonNode salary, List<String> properties, String otherwise) {
        for (String property : properties) {
            if (salary.hasNonNull(property)) {
                String text = JsonText.named(salary.get(property)).strip();
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return otherwise;
    }

    /** A text or number as written, but empty for what stands for no pay. */
    private static String scalar(JsonNode value) {
        if (value.isBoolean() || value.isContainerNode()) {
            return "";
        }
        String text = JsonText.of(value).strip();
        return NO_AMOUNT.matcher(text).matches() && text.length() < 20 ? "" : text;
    }

    private static void add(String line, Set<String> lines) {
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }
}
