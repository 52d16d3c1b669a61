package org.lurewatch.detection.facts.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.facts.Examples;
import org.lurewatch.detection.facts.words.ContactKind;

/** What is the same telephone number in every spelling, and what is none in any. */
class PhoneSpellingTest {
    private static final List<String> REGIONS = List.of(
            "PL", "CZ", "UA", "DE", "ES", "FR", "HU", "RO", "RU", "VN", "ID", "TH", "IN", "KR", "US", "SG", "KH");

    @Property(tries = 400)
    void aNumberIsTheSameWithAnyHyphensAndBlanks(
            @ForAll("numbers") List<String> groups, @ForAll("joints") List<String> joints) {
        StringBuilder spelt = new StringBuilder("+");
        for (int i = 0; i < groups.size(); i++) {
            spelt.append(i == 0 ? "" : joints.get(i)).append(groups.get(i));
        }
        String handle = "+" + String.join("", groups);
        assertEquals(List.of(handle), handles("Call " + spelt + " today", null), spelt::toString);
        assertEquals(List.of(handle), handles("WhatsApp: " + spelt + ", ask for Ana", null), spelt::toString);
    }

    @Provide
    Arbitrary<List<String>> numbers() {
        return Arbitraries.of(
                List.of("48", "512", "345", "678"),
                List.of("380", "67", "123", "45", "67"),
                List.of("1", "312", "555", "0123"),
                List.of("84", "912", "345", "678"),
                List.of("855", "12", "345", "678"),
                List.of("44", "7911", "123", "456"));
    }

    @Provide
    Arbitrary<List<String>> joints() {
        return Arbitraries.of(
                        "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\uff0d", "\ufe63", " ",
                        "\u00a0", "\u2009", "\u202f", "\u3000", ".", " - ", "\\-", "\u200b", "", "\u2060")
                .list()
                .ofSize(5);
    }

    @Property(tries = 3000)
    void aPayRangeIsNeverATelephone(@ForAll("ranges") String range, @ForAll("regions") String region) {
        for (String text : List.of(range, "Pay: " + range + " a month", "We offer " + range + ". Apply on our site")) {
            List<Contact> contacts = contacts(text, region);
            assertTrue(contacts.isEmpty(), () -> contacts + " in " + text + " of " + region);
        }
    }

    @Provide
    Arbitrary<String> regions() {
        return Arbitraries.of(REGIONS);
    }

    @Provide
    Arbitrary<String> ranges() {
        Arbitrary<Integer> least = Arbitraries.integers().between(10, 9_000);
        Arbitrary<Integer> more = Arbitraries.integers().between(1, 100);
        Arbitrary<Integer> unit = Arbitraries.of(50, 100, 500, 1000);
        Arbitrary<String> grouping = Arbitraries.of("", " ", "\u00a0", "\u202f", "\u2009", ".", ",", "'");
        Arbitrary<String> hyphen = Arbitraries.of(
                "-", " - ", "\u2013", " \u2013 ", "\u2014", " \u2212 ", "\u2010", "~", " to ", " \u00a0- ");
        Arbitrary<String> before = Arbitraries.of("", "", "PLN ", "\u20ac", "$ ", "Rp ", "\u20b9 ");
        Arbitrary<String> after = Arbitraries.of(
                "", " z\u0142", " K\u010d", " \u0433\u0440\u043d", " \u20ac", " EUR/mies.", "\u5143", " Ft", " lei");
        return Combinators.combine(least, more, unit, grouping, hyphen, before, after)
                .as((low, step, size, group, join, front, back) -> {
                    long from = Math.max(1000L, (long) low * size);
                    long to = from + from / 100 / 50 * 50 * step + 50;
                    return front + grouped(from, group) + join + grouped(to, group) + back;
                });
    }

    private static String grouped(long sum, String separator) {
        String english = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(sum);
        return english.replace(",", separator);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PL | stawka 9 000 - 11 000 zł na rękę",
                "PL | 600-750 000 zł rocznie",
                "CZ | 28 000 - 34 000 Kč",
                "DE | 62.000 - 71.500 €",
                "DE | Stundenlohn 22.50 - 27.80",
                "DE | Kernzeit 09.30 - 15.45 Uhr",
                "DE | Mo-Fr 07:30-16:15 03.02.2026",
                "DE | Zeitraum 01.03.2026 - 31.08.2026",
                "DE | Kennziffer 23.96-5720",
                "US | Requisition ID 3125550143",
                "US | Job number 3125550143",
                "US | founded 1998, 2019-2024 2025",
                "PL | NIP 525-244-57-67",
                "PL | REGON 140182840, KRS 0000250733",
                "RU | ИНН 7707083893, ОГРН 1027700132195",
                "RU | лицензия 0123456789",
                "UA | ЄДРПОУ 3123456789",
                "BR | CNPJ 12.345.678/0001-90",
                "AR | CUIT 30-71234567-9",
                "FR | SIRET 732 829 320 00074",
                "AU | ABN 51 824 753 556",
                "MY | SSM 202001012345",
                "PH | DMW license no. 0917-123-4567",
                "TW | 統一編號 02345678",
                "KR | 사업자등록번호 120-81-47521",
                "IN | GST no 9876543210",
                "SG | EA Licence No: 91234567",
                "VN | Mã số thuế 0312345678",
                "ID | NIB 0812345678901",
                "TH | เลขที่ใบอนุญาต 0812345678",
                "US | order #3125550143",
                "HK | 20260201",
                "RU | счет 40702810900000012345",
                "US | zip 30301 30302"
            })
    void sumsTimesAndNumbersOfDocumentsAreNoTelephones(String region, String text) {
        assertEquals(List.of(), contacts(text, region));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PL | 9 000 - 11 000 zł, tel. 512 345 678 | +48512345678",
                "PL | ☎ 512-600-700 | +48512600700",
                "PL | zadzwoń 512345678 | +48512345678",
                "DE | Tel. 0981/4877-155 | +499814877155",
                "DE | Tel.: 0 2131 / 772 - 6185 | +4921317726185",
                "DE | 08:00-17:00 030 1234567 | +49301234567",
                "RU | с 9:00 до 18:00, звоните 8 (916) 123-45-67 | +79161234567",
                "VN | 1. 0912 345 678 | +84912345678",
                "VN | 0912 345 678 - 0987 654 321 | +84912345678 +84987654321",
                "KH | 016-762-607,010-863-568.070-779-647 | +85516762607 +85510863568 +85570779647",
                "US | (312) 555-0143 8:00-16:00 | +13125550143",
                "US | phone : + 31 - 672 - 437 - 101 . | +31672437101",
                "TW | 統一編號 12345678 電話 02-2345-6789 | +886223456789",
                "IE | licence number 12, phone number 086 123 4567 | +353861234567",
                "JP | 090ー1234ー5678 | +819012345678",
                "SG | pay $2 500 - $3 000 call 9123 4567 | +6591234567"
            })
    void aNumberIsReadBesideAllOfThese(String region, String text, String expected) {
        assertEquals(List.of(expected.split(" ")), handles(text, region));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IX0123456789", "ref_0123456789", "id=0123456789", "0123456789abc", "№0123456789"})
    void digitsOfACodeAreNoTelephone(String text) {
        assertEquals(List.of(), contacts(text, null));
    }

    private static List<String> handles(String text, String region) {
        return contacts(text, region).stream().map(Contact::handle).toList();
    }

    private static List<Contact> contacts(String text, String region) {
        return ContactReader.read(Examples.marks(text), false, region).stream()
                .filter(contact -> contact.kind() != ContactKind.URL)
                .toList();
    }
}
