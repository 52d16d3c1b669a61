package org.lurewatch.intake.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameVoteTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    job_desc, text
                    JobRequirment, requirements
                    Job Title, title
                    jobtitle, title
                    titulo_vaga, title
                    Stellenbezeichnung, title
                    Stellenbeschreibung, text
                    Opis stanowiska, text
                    descripción del puesto, text
                    Nombre del puesto, title
                    Fecha de publicación, date
                    Tipo de contrato, employment
                    selftext, text
                    근무회사, employer
                    직무내용, text
                    職位名稱, title
                    岗位职责, duties
                    公司简介, about
                    公司名称, employer
                    должность, title
                    Описание вакансии, text
                    وصف الوظيفة, text
                    المسمى الوظيفي, title
                    lowongan, title
                    deskripsi_pekerjaan, text
                    Mô tả công việc, text
                    Tên công ty, employer
                    ตำแหน่งงาน, title
                    intitulé du poste, title
                    lieu de travail, place
                    Naziv radnog mjesta, title
                    functieomschrijving, text
                    stillingstittel, title
                    Tehtävänimike, title
                    İşin Tanımı, text
                    कार्य विवरण, text
                    company_clean, employer
                    company_description, about
                    company_url, employer-link
                    Company Location, place
                    salary_min, pay-from
                    max_salary, pay-to
                    salary_currency, currency
                    Employement Type and Schedule, employment
                    Years of Experience Required, experience
                    List of Skills Required, skills
                    job_posting_id, identifier
                    fields.title, title
                    data.attributes.title, title
                    company.name, employer
                    locations[].city, city
                    jobAd.sections.jobDescription.text, text
                    jobAd.sections.companyDescription.text, about
                    typeOfEmployment.label, employment
                    email_subject, title
                    Email Text, text
                    closing_date, deadline
                    lists[].content, requirements
                    """)
    void aNameSaysWhatItsColumnHolds(String name, String role) {
        assertEquals(role, NameVote.of(name).role().map(ColumnRole::code).orElse("nothing"), name);
    }

    @ParameterizedTest
    @CsvSource({
        "title_length",
        "desc_length",
        "word_count",
        "company_size",
        "company_id",
        "number_of_employees",
        "isStandout",
        "jobTitleSlug",
        "subreddit_id",
        "over_18",
        "num_comments",
        "antall_stillinger",
        "gender"
    })
    void whatIsKnownAndOfNoUseIsNotTaken(String name) {
        NameVote vote = NameVote.of(name);
        assertEquals("nothing", vote.role().map(ColumnRole::code).orElse("nothing"), name);
    }

    @ParameterizedTest
    @CsvSource({"qzxv", "xyz123", "'', ''", "foo bar"})
    void otherNamesSayNothing(String name) {
        assertEquals(false, NameVote.of(name).known());
    }
}
