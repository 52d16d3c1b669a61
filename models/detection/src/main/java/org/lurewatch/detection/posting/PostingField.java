package org.lurewatch.detection.posting;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The text fields of a posting, in the order in which they are read. Wire names follow schema.org/JobPosting; a dot
 * leads into a nested object.
 */
public enum PostingField {
    TITLE("title", Kind.PROSE),
    DESCRIPTION("description", Kind.PROSE),
    RESPONSIBILITIES("responsibilities", Kind.PROSE),
    QUALIFICATIONS("qualifications", Kind.PROSE),
    EXPERIENCE_REQUIREMENTS("experienceRequirements", Kind.PROSE),
    EDUCATION_REQUIREMENTS("educationRequirements", Kind.PROSE),
    JOB_BENEFITS("jobBenefits", Kind.PROSE),
    EMPLOYER_OVERVIEW("employerOverview", Kind.PROSE),
    BASE_SALARY("baseSalary", Kind.PAY),
    EMPLOYMENT_TYPE("employmentType", Kind.LABEL),
    INDUSTRY("industry", Kind.LABEL),
    OCCUPATIONAL_CATEGORY("occupationalCategory", Kind.LABEL),
    ORGANIZATION_NAME("hiringOrganization.name", Kind.NAME),
    ORGANIZATION_DEPARTMENT("hiringOrganization.department", Kind.NAME),
    ORGANIZATION_URL("hiringOrganization.url", Kind.CONTACT),
    ORGANIZATION_LOGO("hiringOrganization.logo", Kind.TECHNICAL),
    CONTACT_TELEPHONE("applicationContact.telephone", Kind.CONTACT),
    CONTACT_EMAIL("applicationContact.email", Kind.CONTACT),
    CONTACT_URL("applicationContact.url", Kind.CONTACT),
    ADDRESS_COUNTRY("jobLocation.address.addressCountry", Kind.PLACE),
    ADDRESS_REGION("jobLocation.address.addressRegion", Kind.PLACE),
    ADDRESS_LOCALITY("jobLocation.address.addressLocality", Kind.PLACE),
    JOB_LOCATION_TYPE("jobLocationType", Kind.TECHNICAL),
    APPLICANT_LOCATION("applicantLocationRequirements", Kind.PLACE),
    IN_LANGUAGE("inLanguage", Kind.TECHNICAL),
    POSTED_BY("postedBy", Kind.TECHNICAL),
    URL("url", Kind.TECHNICAL);

    /** What a field holds, which decides who reads it. */
    public enum Kind {
        /** Free text that is searched for wording, pay and contacts. */
        PROSE,
        /** A pay offer as text. */
        PAY,
        /** A category from the platform's list. */
        LABEL,
        /** A name of the employer. */
        NAME,
        /** A way to apply. */
        CONTACT,
        /** A place: read for the wage table, never for the score. */
        PLACE,
        /** Kept, never scored. */
        TECHNICAL
    }

    private static final Map<String, PostingField> BY_WIRE_NAME = new HashMap<>();

    static {
        for (PostingField field : values()) {
            BY_WIRE_NAME.put(field.wireName, field);
        }
    }

    private final String wireName;
    private final Kind kind;

    PostingField(String wireName, Kind kind) {
        this.wireName = wireName;
        this.kind = kind;
    }

    public String wireName() {
        return wireName;
    }

    public Kind kind() {
        return kind;
    }

    /** The field with this wire name, if there is one. */
    public static Optional<PostingField> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }
}
