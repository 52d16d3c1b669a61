package org.lurewatch.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/** One record of each kind with every field filled, and one with as little as its schema allows. */
final class ExampleRecords {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    static {
        TrustedClasses.register();
    }

    private ExampleRecords() {}

    /** The examples by name, for example {@code JobPosting.full}. */
    static Map<String, SpecificRecordBase> all() {
        return Map.ofEntries(
                Map.entry("Campaign.full", fullCampaign()),
                Map.entry("Campaign.minimal", minimalCampaign()),
                Map.entry("Review.full", fullReview()),
                Map.entry("Review.minimal", Review.newBuilder().build()),
                Map.entry("JobPosting.full", fullPosting()),
                Map.entry(
                        "JobPosting.minimal",
                        JobPosting.newBuilder().setIdentifier("7").build()),
                Map.entry("ScamWarning.full", fullWarning()),
                Map.entry("ScamWarning.minimal", minimalWarning()),
                Map.entry("RejectedPosting.full", fullReject()),
                Map.entry(
                        "RejectedPosting.minimal",
                        RejectedPosting.newBuilder()
                                .setReason(RejectReason.OTHER)
                                .build()),
                Map.entry("Trend.full", fullTrend()),
                Map.entry("Trend.minimal", minimalTrend()),
                Map.entry("ControlCommand.full", fullCommand()),
                Map.entry("ControlCommand.minimal", ControlCommand.newBuilder().build()),
                Map.entry("ControlStatus.full", fullStatus()),
                Map.entry(
                        "ControlStatus.minimal",
                        ControlStatus.newBuilder().setAt(NOON).build()),
                Map.entry("ShadowScore.full", fullShadowScore()),
                Map.entry("ShadowScore.minimal", minimalShadowScore()));
    }

    static JobPosting fullPosting() {
        return JobPosting.newBuilder()
                .setIdentifier("4711")
                .setSource("example-board")
                .setUrl("https://jobs.example/4711")
                .setTitle("Asistente de chat, 3000 USD")
                .setDescription("<p>Vuelo y alojamiento pagados 🛫</p>")
                .setHiringOrganization(Organization.newBuilder()
                        .setName("Example Ltd")
                        .setUrl("https://example.org")
                        .setLogo("https://example.org/logo.png")
                        .setDepartment("Ventas")
                        .build())
                .setJobLocation(Place.newBuilder()
                        .setAddress(PostalAddress.newBuilder()
                                .setAddressCountry("TH")
                                .setAddressRegion("Tak")
                                .setAddressLocality("Mae Sot")
                                .build())
                        .build())
                .setJobLocationType("TELECOMMUTE")
                .setApplicantLocationRequirements("ES")
                .setBaseSalary(MonetaryAmount.newBuilder()
                        .setCurrency("USD")
                        .setValue(QuantitativeValue.newBuilder()
                                .setMinValue(2500.5)
                                .setMaxValue(3000.0)
                                .setUnitText("MONTH")
                                .build())
                        .build())
                .setEmploymentType("FULL_TIME")
                .setQualifications("ninguna")
                .setResponsibilities("responder mensajes")
                .setExperienceRequirements("0 años")
                .setEducationRequirements("secundaria")
                .setJobBenefits("comida")
                .setIndustry("Internet")
                .setOccupationalCategory("43-4051.00")
                .setEmployerOverview("Líder mundial")
                .setApplicationContact(ContactPoint.newBuilder()
                        .setTelephone("+66 2 000 0000")
                        .setEmail("rh@example.org")
                        .setUrl("https://t.example/rh")
                        .build())
                .setDatePosted("2026-11-19")
                .setValidThrough("2026-12-19T00:00:00Z")
                .setInLanguage("es")
                .setPostedBy("rh_example")
                .setScrapedAt(NOON)
                .build();
    }

    private static ScamWarning fullWarning() {
        return ScamWarning.newBuilder()
                .setWarningId("00112233445566778899aabbccddeeff")
                .setRevision(2)
                .setRevisionReason("the posting belongs to a known campaign")
                .setPostingId("4711")
                .setSource("example-board")
                .setScore(0.97)
                .setOwnScore(0.9)
                .setVerdict(Verdict.LIKELY_SCAM)
                .setScamType("compound_trafficking")
                .setOtherScamType("illegal_migrant_broker")
                .setCampaignId("c-1")
                .setEvidence(List.of(Evidence.newBuilder()
                        .setSignal("travel_paid")
                        .setIndicator("C01")
                        .setField("description")
                        .setStart(3)
                        .setEnd(30)
                        .setQuote("Vuelo y alojamiento pagados")
                        .setPhrase("vuelo y alojamiento pagado")
                        .setLanguage("es")
                        .setEdits(1)
                        .setContribution(0.31)
                        .setSource("DMW, FBI I-052223")
                        .setDecisive(true)
                        .build()))
                .setFlip(Flip.newBuilder()
                        .setVerdict(Verdict.UNSURE)
                        .setUnlisted(2)
                        .build())
                .setQuestions(List.of("Who pays for the flight?"))
                .setLanguage("es")
                .setLanguageMeasured(true)
                .setIdentifierFrom("url")
                .setTruncatedFields(List.of("description"))
                .setTextDamaged(true)
                .setBundle(Bundle.newBuilder()
                        .setVersion("2026-11")
                        .setDigest("ab12")
                        .setBaseRate(0.00067)
                        .setPolicy("campaign")
                        .setAlarmsPer1000(2.5)
                        .build())
                .setRecord(RecordPosition.newBuilder()
                        .setTopic("postings")
                        .setPartition(3)
                        .setOffset(42)
                        .build())
                .setPostedAt(NOON.minusSeconds(3600))
                .setScrapedAt(NOON)
                .setAssessedAt(NOON.plusSeconds(1))
                .build();
    }

    private static ScamWarning minimalWarning() {
        return ScamWarning.newBuilder()
                .setWarningId("ffeeddccbbaa99887766554433221100")
                .setPostingId("7")
                .setScore(0.5)
                .setVerdict(Verdict.LIKELY_SCAM)
                .setBundle(Bundle.newBuilder().build())
                .setAssessedAt(NOON)
                .build();
    }

    private static RejectedPosting fullReject() {
        return RejectedPosting.newBuilder()
                .setReason(RejectReason.MALFORMED_JSON)
                .setDetail("the text ends in the middle of an object")
                .setTopic("postings")
                .setPartition(3)
                .setOffset(42)
                .setTimestamp(NOON)
                .setKey(bytes("example-board/4711"))
                .setKeySize(18)
                .setValue(bytes("{\"identifier\":"))
                .setValueSize(14)
                .build();
    }

    private static Campaign fullCampaign() {
        return Campaign.newBuilder()
                .setCampaignId("00112233445566778899aabbccddeeff")
                .setRevision(3)
                .setPostings(41)
                .setTemplate("chat agent wanted {pay} write to {handle}")
                .setSlots(List.of(TemplateSlot.newBuilder()
                        .setKind("pay")
                        .setExamples(List.of("3000 usd", "90000 baht"))
                        .build()))
                .setHandles(List.of("TELEGRAM:example_hr"))
                .setSources(List.of("example-board"))
                .setLanguages(List.of("en", "es"))
                .setEmployers(2)
                .setFirstSeen(NOON.minusSeconds(7200))
                .setLastSeen(NOON)
                .setScore(0.97)
                .setVerdict(Verdict.LIKELY_SCAM)
                .setScamType("compound_trafficking")
                .setStanding(CampaignStanding.CONFIRMED)
                .setMergedInto("ffeeddccbbaa99887766554433221100")
                .setPostingKeys(List.of("example-board/4711"))
                .setUpdatedAt(NOON.plusSeconds(1))
                .build();
    }

    private static Campaign minimalCampaign() {
        return Campaign.newBuilder()
                .setCampaignId("ffeeddccbbaa99887766554433221100")
                .setFirstSeen(NOON)
                .setLastSeen(NOON)
                .setUpdatedAt(NOON)
                .build();
    }

    private static Review fullReview() {
        return Review.newBuilder()
                .setReviewId("r-1")
                .setSource("example-board")
                .setPostingId("4711")
                .setCampaignId("00112233445566778899aabbccddeeff")
                .setJudgement(ReviewJudgement.SCAM)
                .setReviewer("ana")
                .setNote("el remitente pide el pasaporte")
                .setReviewedAt(NOON)
                .build();
    }

    private static Trend fullTrend() {
        return Trend.newBuilder()
                .setWindowStart(NOON)
                .setWindowHours(24)
                .setDimension(TrendDimension.LANGUAGE)
                .setValue("es")
                .setPostings(1_000)
                .setLikely(30)
                .setUnsure(12)
                .setRevision(2)
                .build();
    }

    private static Trend minimalTrend() {
        return Trend.newBuilder()
                .setWindowStart(NOON)
                .setWindowHours(1)
                .setDimension(TrendDimension.ALL)
                .build();
    }

    private static ControlCommand fullCommand() {
        return ControlCommand.newBuilder()
                .setCommandId("c-1")
                .setAction(ControlAction.CANARY)
                .setDigest("ab12")
                .setUri("s3://bundles/2026-11")
                .setShare(0.05)
                .setIssuedBy("ana")
                .setReason("más recall en español")
                .setIssuedAt(NOON)
                .setListKind("domain")
                .setListValue("example.org")
                .setUntil(NOON)
                .build();
    }

    private static ControlStatus fullStatus() {
        return ControlStatus.newBuilder()
                .setCommandId("c-1")
                .setAction(ControlAction.SHADOW)
                .setAccepted(true)
                .setMessage("bundle ab12 is the shadow now")
                .setChampion("cd34")
                .setPrevious("ef56")
                .setShadow("ab12")
                .setCanary("0078")
                .setCanaryShare(0.05)
                .setDisagreements(List.of(Disagreement.newBuilder()
                        .setLanguage("es")
                        .setPostings(1_000)
                        .setOnlyChampion(3)
                        .setOnlyShadow(7)
                        .build()))
                .setAt(NOON)
                .build();
    }

    private static ShadowScore fullShadowScore() {
        return ShadowScore.newBuilder()
                .setWarningId("00112233445566778899aabbccddeeff")
                .setSource("example-board")
                .setPostingId("4711")
                .setLanguage("es")
                .setChampion(new BundleScore("ab12", 0.97, Verdict.LIKELY_SCAM))
                .setShadow(new BundleScore("cd34", 0.2, Verdict.UNSURE))
                .setAssessedAt(NOON)
                .build();
    }

    private static ShadowScore minimalShadowScore() {
        return ShadowScore.newBuilder()
                .setWarningId("ffeeddccbbaa99887766554433221100")
                .setPostingId("7")
                .setChampion(new BundleScore("ab12", 0.5, Verdict.UNSURE))
                .setShadow(new BundleScore("cd34", 0.5, Verdict.UNSURE))
                .setAssessedAt(NOON)
                .build();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
