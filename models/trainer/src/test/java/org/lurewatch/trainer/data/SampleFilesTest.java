package org.lurewatch.trainer.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.intake.postings.IntakeOptions;

class SampleFilesTest {
    private static final int ROWS = 17_880;

    @TempDir
    private Path folder;

    @Test
    void readsALabelledTableOfThousandsOfAdverts() throws IOException {
        Path file = folder.resolve("adverts.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("job_id,title,location,department,salary_range,company_profile,description,requirements,benefits,"
                    + "telecommuting,has_company_logo,has_questions,employment_type,required_experience,"
                    + "required_education,industry,function,fraudulent\n");
            for (int row = 1; row <= ROWS; row++) {
                out.write(row + ",Clerk of ward " + row + ",\"GB, , Leeds\",,,\"We keep the books of small shops.\n"
                        + "Our office is by the river.\",\"You file letters for ward " + row
                        + ", answer calls, and\nsee to it that nothing is lost.\",Patience,,0," + row % 2
                        + ",0,Full-time,,,Retail,," + (row % 20 == 0 ? 1 : 0) + "\n");
            }
        }
        List<String> told = new ArrayList<>();
        List<Sample> samples = SampleFiles.read(List.of(file), IntakeOptions.NONE, told::add);
        assertEquals(ROWS, samples.size());
        assertEquals(ROWS / 20, samples.stream().filter(Sample::isScam).count());
        assertEquals("adverts", samples.get(0).file());
        assertEquals(
                ROWS,
                samples.stream()
                        .map(sample -> sample.labelled().posting().key())
                        .distinct()
                        .count());
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("label = fraudulent (0 is legitimate, 1 is scam)"), told.get(0));
        assertTrue(told.get(0).contains("17,880 adverts"), told.get(0));
    }

    @Test
    void saysOfATableWithoutLabelsWhatIsMissing() throws IOException {
        Path file = Files.writeString(
                folder.resolve("adverts.csv"),
                "title,description,ref\nClerk,You file letters,R-7\nCook,You cook,R-9\n");
        String message = assertThrows(
                        UnusableDataException.class,
                        () -> SampleFiles.read(List.of(file), IntakeOptions.NONE, told -> {}))
                .getMessage();
        assertTrue(message.contains("has no column that says what is a scam; it has title, description, ref"), message);
    }
}
