package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.classify.TypeHead;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.TextFeatures;
import org.lurewatch.detection.phrases.TriePhraseMatcher;

/** A warning about scams clears no offer: not where it also names pay and gives a handle. */
class MockWarningTest {
    /** Takes every text for one about scams, and for a scam. */
    private static final Detector DETECTOR = new ModelDetector(
            new PostingReader(new TriePhraseMatcher(List.of())),
            new ScamModel(
                    saysYes(),
                    saysYes(),
                    new TypeHead(
                            List.of("advance_fee", "compound_trafficking", "task_scam"),
                            new double[2][TypeHead.INPUTS + 1]),
                    Collections.emptySortedSet(),
                    LanguageCoverage.NONE),
            new WarningPolicy(0, 0.5, 0.8, 0.3, 0.5),
            new BundleId("test", ""));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Police warn: many victims were lured by fake job adverts to Cambodia, held in compounds and forced to"
                        + " scam. Embassies urge applicants to report such adverts to the hotline."
                        + " | We are a real company: chat support, 1,800 USD a month, no experience, Telegram"
                        + " @real_company_hr",
                "zh-Hans | 警方提醒：近期多名受害者被虚假高薪招聘骗到柬埔寨园区，被迫从事电信诈骗，请市民提高警惕，拨打热线举报。"
                        + " | 我们是正规公司，客服月薪15000元，无需经验，加微信 hr_real888",
                "zh-Hant | 刑事局呼籲民眾：多名受害者遭假求職廣告騙至柬埔寨園區，被迫從事詐騙，請撥打165反詐騙專線查證。"
                        + " | 本公司絕對不是黑公司，客服月薪8萬元，無經驗可，加LINE ID: hr_real888",
                "vi | Công an cảnh báo: nhiều nạn nhân bị lừa sang Campuchia bằng tin tuyển dụng giả, bị ép đi lừa đảo. Người"
                        + " dân hãy cảnh giác và trình báo."
                        + " | Công ty chúng tôi uy tín: trực chat lương 25 triệu một tháng, không cần kinh nghiệm, Telegram"
                        + " @tuyendung_that",
                "id | Polisi mengimbau warga waspada: banyak korban lowongan kerja palsu dikirim ke Kamboja dan dipaksa"
                        + " menipu. Laporkan ke polisi."
                        + " | Perusahaan kami resmi: admin chat gaji 15 juta per bulan, tanpa pengalaman, Telegram"
                        + " @loker_resmi_hr",
                "th | ตำรวจเตือนภัย: มีผู้เสียหายหลายรายถูกหลอกไปทำงานที่กัมพูชา ถูกบังคับให้หลอกลวง แจ้งเบาะแสที่สายด่วน"
                        + " | บริษัทเราของจริง แอดมินตอบแชท เงินเดือน 40,000 บาท ไม่ต้องมีประสบการณ์ ไลน์ไอดี hr_real888",
                "pt | A polícia alerta: vítimas de falsas vagas de emprego foram levadas ao Camboja e obrigadas a aplicar"
                        + " golpes. Denuncie."
                        + " | Nossa empresa é séria: atendimento, 1.800 dólares por mês, sem experiência, Telegram"
                        + " @vaga_seria_rh",
                "ms | Polis memberi amaran: ramai mangsa ditipu tawaran kerja palsu ke Kemboja dan dipaksa menipu. Orang ramai"
                        + " diminta membuat laporan."
                        + " | Syarikat kami sah: khidmat pelanggan, gaji RM8,000 sebulan, tiada pengalaman, Telegram"
                        + " @kerja_sah_hr"
            })
    void aMockWarningThatOffersPaysAndGivesAHandleIsJudgedAsAnOffer(String language, String warning, String offer) {
        assertEquals(
                Verdict.ABOUT_SCAMS, DETECTOR.assess(Written.posting(warning)).verdict());
        assertEquals(
                Verdict.UNSURE,
                DETECTOR.assess(Written.posting(warning + " " + offer)).verdict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Police warn: victims were lured by fake job adverts and forced to scam. If in doubt, write to our WhatsApp"
                        + " helpline +65 9123 4567.",
                "Beware of fake job offers that promise high pay. Report them to the embassy, Telegram: @scam_alert_help",
                "Police warn of recruiters who write from the Telegram account @easyjobs88. Do not reply."
            })
    void aWarningThatGivesAHelplineOrNamesAnAccountButNoPayStaysAWarning(String warning) {
        assertEquals(
                Verdict.ABOUT_SCAMS, DETECTOR.assess(Written.posting(warning)).verdict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Report any scam. Easy work from home, 300 USD a day.",
                "Beware of scams! 200 USD a day. We take a deposit of 100 USD before you start.",
                "Осторожно, мошенники! Работа на дому, 5000 рублей в день."
            })
    void aLureThatOnlyNamesScamsIsAskedAbout(String lure) {
        assertEquals(Verdict.UNSURE, DETECTOR.assess(Written.posting(lure)).verdict());
    }

    private static LinearHead saysYes() {
        double[] coefficients = new double[SignalFeatures.NAMES.size() + 2];
        coefficients[SignalFeatures.indexOf("pay.stated") + 1] = 0.1;
        coefficients[coefficients.length - 1] = 5;
        return new LinearHead(new float[TextFeatures.BUCKETS], 0, coefficients);
    }
}
