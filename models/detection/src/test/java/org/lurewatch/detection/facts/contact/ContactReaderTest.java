package org.lurewatch.detection.facts.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lurewatch.detection.facts.Examples;
import org.lurewatch.detection.facts.words.Marks;

class ContactReaderTest {

    static Stream<List<String>> examples() {
        return Examples.of("contacts.tsv");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsTheContactsOfTheWrittenExamples(List<String> example) {
        List<Contact> contacts =
                ContactReader.read(Examples.marks(example.get(0)), false, Examples.region(example.get(1)));
        List<String> found = contacts.stream()
                .map(c -> (c.kind() + " " + c.handle()).strip())
                .toList();
        assertEquals(example.get(2), Examples.orDash(found));
    }

    @Test
    void oneHandleInManySpellingsReadsTheSame() {
        String text = "https://t.me/hr_anna88 and t . me / hr_anna88, telegram: @hr_anna88";
        List<Contact> contacts = ContactReader.read(Marks.of(text), false, null);
        assertEquals(1, contacts.size());
        assertEquals("hr_anna88", contacts.get(0).handle());
    }

    @Test
    void aMentionWithoutHandleGivesWayToAHandle() {
        List<Contact> contacts = ContactReader.read(Marks.of("we use telegram. telegram: @hr_anna88"), false, null);
        assertEquals(1, contacts.size());
        assertEquals("hr_anna88", contacts.get(0).handle());
    }

    @Test
    void aContactFieldNeedsNoWordBesideTheNumber() {
        assertEquals(List.of(), ContactReader.read(Marks.of("12 345 678"), false, null));
        Contact phone = ContactReader.read(Marks.of("12 345 678"), true, "KH").get(0);
        assertEquals("+85512345678", phone.handle());
    }

    @Test
    void theSpanCoversMessengerAndHandle() {
        String text = "my line id: abc_99 today";
        Contact contact = ContactReader.read(Marks.of(text), false, null).get(0);
        assertEquals("line id: abc_99", text.substring(contact.start(), contact.end()));
    }
}
