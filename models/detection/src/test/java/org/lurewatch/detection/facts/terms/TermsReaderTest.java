package org.lurewatch.detection.facts.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lurewatch.detection.facts.Examples;
import org.lurewatch.detection.facts.pay.LocalMoney;

class TermsReaderTest {

    static Stream<List<String>> examples() {
        return Examples.of("terms.tsv");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsTheTermsOfTheWrittenExamples(List<String> example) {
        Terms terms = TermsReader.read(Examples.marks(example.get(0)), LocalMoney.NONE);
        List<String> found = new ArrayList<>();
        terms.fees().forEach(fee -> found.add(written(fee)));
        terms.ages().forEach(age -> found.add("age " + age.min() + "-" + age.max()));
        terms.sexes().forEach(sex -> found.add("sex " + sex.sex()));
        assertEquals(example.get(1), Examples.orDash(found));
    }

    private static String written(Fee fee) {
        return fee.direction() == Fee.Direction.RULED_OUT
                ? "fee no"
                : "fee " + Examples.plain(fee.amount()) + " " + Examples.orDash(fee.currency());
    }
}
