package org.lurewatch.intake.columns;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column holds, and where it goes in a posting with the names of schema.org/JobPosting. */
public enum ColumnRole {
    TITLE("title"),
    /** The text of the advert. */
    TEXT("description"),
    /** A short form of the text; read where there is no other. */
    SUMMARY("description"),
    DUTIES("responsibilities"),
    REQUIREMENTS("qualifications"),
    SKILLS("qualifications"),
    EXPERIENCE("experienceRequirements"),
    EDUCATION("educationRequirements"),
    BENEFITS("jobBenefits"),
    /** Terms of work; schema.org has no field for them, so they stand in the description under their name. */
    CONDITIONS("description"),
    ABOUT("employerOverview"),
    EMPLOYER("hiringOrganization.name"),
    EMPLOYER_LINK("hiringOrganization.url"),
    EMPLOYER_LOGO("hiringOrganization.logo"),
    DEPARTMENT("hiringOrganization.department"),
    PLACE("jobLocation.address.addressLocality"),
    CITY("jobLocation.address.addressLocality"),
    REGION("jobLocation.address.addressRegion"),
    COUNTRY("jobLocation.address.addressCountry"),
    REMOTE("jobLocationType"),
    PAY("baseSalary"),
    PAY_FROM("baseSalary.value.minValue"),
    PAY_TO("baseSalary.value.maxValue"),
    CURRENCY("baseSalary.currency"),
    PAY_PERIOD("baseSalary.value.unitText"),
    EMPLOYMENT("employmentType"),
    INDUSTRY("industry"),
    CATEGORY("occupationalCategory"),
    LINK("url"),
    IDENTIFIER("identifier"),
    DATE("datePosted"),
    DEADLINE("validThrough"),
    SCRAPED("scrapedAt"),
    LANGUAGE("inLanguage"),
    PHONE("applicationContact.telephone"),
    MAIL("applicationContact.email"),
    APPLY("applicationContact.url"),
    /** A contact of any kind; the reader of postings tells them apart. */
    CONTACT("applicationContact"),
    SOURCE("source"),
    AUTHOR("postedBy"),
    /** What a person said of the advert; no part of the posting. */
    LABEL(""),
    /** The kind of scam; no part of the posting. */
    SCAM_TYPE("");

    private final String wireName;

    ColumnRole(String wireName) {
        this.wireName = wireName;
    }

    /** The field of a posting, a dot leading into a nested object; empty where it is no part of the posting. */
    public String wireName() {
        return wireName;
    }

    /** The name that a person types and reads, for example {@code pay-from}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role with this code, or with this schema.org name. */
    public static Optional<ColumnRole> ofCode(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equalsIgnoreCase(code) || role.wireName.equalsIgnoreCase(code))
                .findFirst();
    }

    /** All codes, for a message about one that is not known. */
    public static String codes() {
        return Arrays.stream(values()).map(ColumnRole::code).collect(Collectors.joining(", "));
    }

    /** Whether this is prose about the job that can stand for a description. */
    boolean isPart() {
        return this == DUTIES || this == REQUIREMENTS || this == CONDITIONS || this == BENEFITS;
    }
}
