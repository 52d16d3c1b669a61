package org.lurewatch.detection.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.CpuTime;

/** One example for each trick that the chain undoes, and for each honest spelling that it must leave alone. */
class TextChainTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @ParameterizedTest
    @CsvSource({
        "@anna\\_hr\\_desk, @anna_hr_desk",
        "$300\\-$500 a day, $300-$500 a day",
        "like \\& subscribe, like & subscribe",
        "\\\\_, _",
        "t.me\\anna, t.me\\anna",
        "C:\\jobs, c:\\jobs"
    })
    void backslashesThatEscapeSignsAreDropped(String raw, String plain) {
        assertEquals(plain, TextChain.comparable(raw).text());
    }

    @Test
    void anEscapedNameIsQuotedWithItsBackslash() {
        ComparableText text = TextChain.comparable("ask @anna\\_hr now");
        assertEquals("@anna\\_hr", quoteOf("@anna_hr", text));
    }

    @Test
    void addressesInBracketsAreNoTags() {
        assertEquals(
                "mail anna hr@silkmerit.example or https://t.me/anna_hr now",
                TextChain.comparable("<p>Mail Anna <hr@silkmerit.example> or <https://t.me/anna_hr> <b>now</b></p>")
                        .text()
                        .strip()
                        .replaceAll(" +", " "));
    }

    @Test
    void styledLettersReadAsPlainOnes() {
        ComparableText text = TextChain.comparable("Call the 𝐇𝐞𝐥𝐩𝐥𝐢𝐧𝐞 now");
        assertEquals("call the helpline now", text.text());
        assertEquals("𝐇𝐞𝐥𝐩𝐥𝐢𝐧𝐞", quoteOf("helpline", text));
        assertEquals(8, text.tricks().styledLetters());
    }

    @Test
    void fullWidthLettersAndDigitsReadAsPlainOnesAndAreNoTrick() {
        ComparableText text = TextChain.comparable("加ＬＩＮＥ 月薪１０萬");
        assertEquals("加line 月薪10万", text.text());
        assertEquals("ＬＩＮＥ", quoteOf("line", text));
        assertEquals("１０萬", quoteOf("10万", text));
        assertEquals(TextTricks.NONE, text.tricks());
    }

    @Test
    void oneRawCharacterThatBecomesSeveralIsQuotedWhole() {
        ComparableText text = TextChain.comparable("pay ㎏ ﬁne");
        assertEquals("pay kg fine", text.text());
        assertEquals("㎏", text.quote(4, 5));
        assertEquals("㎏", text.quote(5, 6));
        assertEquals("ﬁ", quoteOf("f", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b",
                "\u200c",
                "\u200d",
                "\u00ad",
                "\ufeff",
                "\ufe0f",
                "\u2060",
                "\u2063",
                "\u3164",
                "\u202e",
                "\u0001",
                "\ufffc",
                "\udb40\udc41",
                "\ud800"
            })
    void hiddenCharactersAreDroppedAndCounted(String hidden) {
        String raw = "good sal" + hidden + "ary";
        ComparableText text = TextChain.comparable(raw);
        assertEquals("good salary", text.text());
        assertEquals("sal" + hidden + "ary", quoteOf("salary", text));
        assertEquals(1, text.tricks().hiddenCharacters());
    }

    @Test
    void hiddenCharactersBetweenHanAreDroppedAndCounted() {
        ComparableText text = TextChain.comparable("博\u200b弈");
        assertEquals("博弈", text.text());
        assertEquals("博\u200b弈", text.quote(0, 2));
        assertEquals(1, text.tricks().hiddenCharacters());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team 👩\u200d💻 wanted ☎\ufe0f",
                "می\u200cخواهیم",
                "क्\u200dष",
                "ការងារ\u200bប្រាក់ខែ",
                "งาน\u200bดี",
                "pay \u200bwell\u200b"
            })
    void joinersWhereTheyBelongAreNoTrick(String honest) {
        assertEquals(TextTricks.NONE, TextChain.comparable(honest).tricks());
    }

    @Test
    void lookAlikesInWordsThatMixAlphabetsReadAsLatin() {
        ComparableText text = TextChain.comparable("high sаlаrу, ΤELEGRAM, vіdео");
        assertEquals("high salary, telegram, video", text.text());
        assertEquals("sаlаrу", quoteOf("salary", text));
        assertEquals(3, text.tricks().mixedScriptWords());
    }

    @ParameterizedTest
    @ValueSource(strings = {"срочно нужны сотрудники", "υψηλός μισθός", "բարձր աշխատավարձ", "ищем html-верстальщик 1с"})
    void wordsOfOneAlphabetStayAsTheyAre(String honest) {
        ComparableText text = TextChain.comparable(honest);
        assertEquals(honest.replace('ς', 'σ'), text.text());
        assertEquals(TextTricks.NONE, text.tricks());
    }

    @ParameterizedTest
    @CsvSource({
        "cрочно нужны сотpудники,срочно нужны сотрудники,2",
        "телеграm канал,телеграм канал,1",
        "καλός μισθόc,καλόσ μισθόc,0",
        "υψηλόs μισθoς,υψηλόs μισθοσ,1",
        "бармeн,бармен,1",
    })
    void aWordIsBentTowardsTheAlphabetItIsWrittenIn(String raw, String comparable, int mixed) {
        ComparableText text = TextChain.comparable(raw);
        assertEquals(comparable, text.text());
        assertEquals(mixed, text.tricks().mixedScriptWords());
    }

    @ParameterizedTest
    @ValueSource(strings = {"smmщик", "it-отдел", "vipклиент", "токарь cnc fanuc siemens machine operator", "vs кот"})
    void honestCompoundsAndForeignWordsInLatinTextStay(String honest) {
        ComparableText text = TextChain.comparable(honest);
        assertEquals(honest, text.text());
        assertEquals(TextTricks.NONE, text.tricks());
    }

    @ParameterizedTest
    @CsvSource({
        "люdям нужна рабоtа: uдти; леrко,людям нужна работа: идти; легко",
        "деталu в лuчных сообщенuях,детали в личных сообщениях",
        "заtратноsть и польzа,затратность и польза",
        "крunта и nотенцuал,крипта и потенциал",
        "wкола и хорowий,школа и хороший",
        "ИЗBИНNTE Яzык,извините язык",
        "oт нac нa кaждoм этaпe,от нас на каждом этапе",
        "dохоdа в час,дохода в час",
        "человеκα зαραбοтοκ Τοгда,человека заработок тогда",
        "люди cтοлькο Mοжем,люди столько можем",
        "πлатим и дσхσд,платим и доход",
        "ᴨᴇᴩᴄᴨᴇᴋᴛиʙный жиɜни ᴨиɯиᴛᴇ ищᴇʍ ᴧюди,перспективный жизни пишите ищем люди",
        "зȺрȺботок тßой хорошน дℯло,заработок твой хороши дело",
        "р℮кл℮ма Ⓒрочно Ꭲруд,реклема срочно труд",
        "Óбучение и зáмок,обучение и замок",
        "Нужні люди iз досвiдом: їх чекає робoта,нужні люди із досвідом: їх чекає робота",
        "мы прiглашаем людей,мы приглашаем людей",
        "търсим хopa зa рабoта,търсим хора за работа",
        "потребни pадници за jедaн пocao,потребни радници за један посао",
        "Ѓорѓи гледа sвезда,ѓорѓи гледа ѕвезда",
        "Εργaσiα aπό tο σπiτι,εργασια από το σπιτι",
        "εργаσία με υψηλή аμοιβή,εργασία με υψηλή αμοιβή",
        "easy mоnеу and wоrк from hоmе,easy money and work from home",
        "еаrn саsh with ғʀᴏᴍ,earn cash with from",
    })
    void lettersOfAnyAlphabetReadAsThoseOfTheWordsOwn(String raw, String comparable) {
        assertEquals(comparable, TextChain.comparable(raw).text());
    }

    @ParameterizedTest
    @CsvSource({
        "лю6ого соо6щения,любого сообщения,2",
        "CР0ЧН0 час0в,срочно часов,2",
        "крипт0валют0й д0x0д,криптовалютой доход,2",
        "с00бщение,с00бщение,0",
        "3дpaвствуйте 3APAБOTOK,здравствуйте заработок,2",
        "3аработок 6есплатно 0пыт 4асто,заработок бесплатно опыт часто,4",
        "нескольк0 за хо4у,несколько за хочу,2",
        "pa6oтy для всех,работу для всех,1",
    })
    void figuresReadAsTheCyrillicLettersTheyResemble(String raw, String comparable, int swapped) {
        ComparableText text = TextChain.comparable(raw);
        assertEquals(comparable, text.text());
        assertEquals(swapped, text.tricks().swappedSigns());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ищем it-специалист на 1с, 3d-дизайнер и smm-менеджер",
                "продажи на wildberries: b2b-продажи iphone",
                "hrменеджер prщик vipклиент 3dмакс 2dхудожник додоpizza тинькоff",
                "5кг 10000р 24ч 2х 3к 4х 100к к2 е3 64зд 86к12 3к4",
                "3августа 6апреля 4уровня 3месяца 6месяцев 4часа 3этаж 0рублей 3комнатная",
                "топливо6 суворовском2 дом6кв3 кв5эт",
                "пишите anna@firma.example или t.me/anna_hr, http://firma.example/работа",
                "једнако љубав ђак ћерка",
                "ѕвезда ѓорѓи ќе",
                "їжа є ґанок інженер",
                "қызмет ғалым үй ұлт",
                "търся работа в софия",
                "πωλητής σε 24ωρο",
                "straße größe ß",
                "نوم มนุษย์ срочно น้ำ",
            })
    void honestMixturesAndFiguresStay(String honest) {
        ComparableText text = TextChain.comparable(honest);
        assertEquals(honest.replace('ς', 'σ').replace("ß", "ss").replace("ำ", "ํา"), text.text());
        assertEquals(TextTricks.NONE, text.tricks());
    }

    @Test
    void namesWrittenInCapitalsBehindAWordStay() {
        assertEquals(
                "отделhr и приложениеvk",
                TextChain.comparable("отделHR и приложениеVK").text());
    }

    @ParameterizedTest
    @CsvSource({
        "работа в Оzоn и Теlеgrаm,работа в ozon и telegram",
        "доставка Fiх Рriсе,доставка fix price",
        "курьеры Dеlivеry Сlub и Kfс,курьеры delivery club и kfc",
        "кошелёк Віnаnсе и Bybіt,кошелёк binance и bybit",
        "отдел НR и IТ,отдел hr и it",
    })
    void latinNamesWithCyrillicLettersReadAsLatinInACyrillicText(String raw, String comparable) {
        assertEquals(comparable, TextChain.comparable(raw).text());
    }

    @Test
    void aMendedWordIsQuotedAsItWasWritten() {
        ComparableText text = TextChain.comparable("<b>Всем</b> 3APA6OTОK, тßой ᴨᴩᴏᴇᴋᴛ для человеκα");
        assertEquals("всем заработок, твой проект для человека", text.text().strip());
        assertEquals("3APA6OTОK", quoteOf("заработок", text));
        assertEquals("тßой", quoteOf("твой", text));
        assertEquals("ᴨᴩᴏᴇᴋᴛ", quoteOf("проект", text));
        assertEquals("человеκα", quoteOf("человека", text));
    }

    @Test
    void aWordOfBorrowedLettersOnlyIsReadWhereTheTextIsLatinOtherwise() {
        ComparableText text = TextChain.comparable("get good рау every week");
        assertEquals("get good pay every week", text.text());
        assertEquals("рау", quoteOf("pay", text));
        assertEquals(1, text.tricks().mixedScriptWords());
        assertEquals("рау и get", TextChain.comparable("рау и get").text());
    }

    @Test
    void traditionalHanReadsAsSimplified() {
        assertEquals("高薪诚聘 无须经验 飞机 赚钱", TextChain.comparable("高薪誠聘 無須經驗 飛機 賺錢").text());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "h i g h  s a l a r y,high  salary,2",
                "w.o.r.k from home,work from home,1",
                "t-e-l-e-g-r-a-m,telegram,1",
                "|s|a|l|e|s|,|sales|,1",
                "h*i*g*h pay,high pay,1",
                "h🔥i🔥g🔥h pay,high pay,1",
                "h · i · g · h pay,high pay,1",
                "w 0 r k now,w0rk now,1",
                "с р о ч н о,срочно,1",
                "고 수 익 알 바,고수익알바,1",
                "plan a b c of it,plan a b c of it,0",
                "class b c d e licence,class b c d e licence,0",
                "node.js - x - y - z,node.js - x - y - z,0",
                "e.g. the u.s.a,e.g. the u.s.a,0",
            })
    void spacedLettersAreJoinedFromFourOn(String raw, String comparable, int words) {
        ComparableText text = TextChain.comparable(raw);
        assertEquals(comparable, text.text());
        assertEquals(words, text.tricks().spacedWords());
    }

    @ParameterizedTest
    @CsvSource({
        "高 薪 誠 聘,高薪诚聘,0",
        "高.薪.誠.聘,高薪诚聘,1",
        "高*薪,高薪,1",
        "高💰薪,高薪,1",
        "高薪💰誠聘,高薪💰诚聘,0",
        "男/女,男/女,0",
        "1.岗位 2.薪资,1.岗位 2.薪资,0",
        "ຫຼ ອ ກ,ຫຼອກ,0",
        "ຄ້ າ ມະ ນຸດ,ຄ້າມະນຸດ,0",
        "ค่ า แร ง,ค่าแรง,0",
        "ค.า.แ.ร,คาแร,1",
        "ប្រា ក់ ខែ,ប្រាក់ខែ,0",
        "sa🔥lary,salary,1",
        "hot🔥deal,hot🔥deal,0",
        "包✈️機票,包✈机票,0",
    })
    void piecesOfWordsAreJoinedInEveryScript(String raw, String comparable, int words) {
        ComparableText text = TextChain.comparable(raw);
        assertEquals(comparable, text.text());
        assertEquals(words, text.tricks().spacedWords());
    }

    @ParameterizedTest
    @CsvSource({
        "s@lary,salary,1",
        "$alary,salary,1",
        "ca$h p@id,cash paid,2",
        "mon€y,money,1",
        "telegr@m,telegram,1",
        "月收1O萬,月收10万,1",
        "5OO usd,500 usd,2",
        "'1O,OOO',10,0",
        "I0萬,10万,1",
        "l5jt,15jt,1",
        "1〇萬,10万,1",
        "09l2345678,0912345678,1",
    })
    void signsReadAsTheLettersAndFiguresTheyResemble(String raw, String comparable, int swapped) {
        ComparableText text = TextChain.comparable(raw);
        assertTrue(text.text().startsWith(comparable), text.text());
        if (swapped > 0) {
            assertEquals(swapped, text.tricks().swappedSigns());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hr@company.com",
                "telegram @abc_88",
                "instagram@acme",
                "$5000 us$500 hk$8k",
                "$million a year",
                "10l water",
                "1o ano 2o grau",
                "i5 l2 support o2",
                "iso9001 covid19",
                "3 @ 5 dollars",
                "email me@x.co",
            })
    void signsThatAreMeantStay(String honest) {
        ComparableText text = TextChain.comparable(honest);
        assertEquals(honest, text.text());
        assertEquals(TextTricks.NONE, text.tricks());
    }

    @ParameterizedTest
    @CsvSource({
        "१५ हज़ार,15 हज़ार",
        "๑๕,15",
        "٣٥,35",
        "၁၅၀၀၀,15000",
        "៥០០,500",
        "৩৫,35",
        "⑩萬,10万",
        "❶⓿萬,10万",
        "🔟萬,10万",
        "1️⃣0️⃣萬,10万",
        "𝟏𝟎萬,10万",
        "🅷🅸🅶🅷,high",
        "🇭🇮🇬🇭,high",
        "🇰🇭🇹🇭,🇰🇭🇹🇭",
        "ᴛᴇʟᴇɢʀᴀᴍ,telegram",
        "Ⓗⓘⓖⓗ,high",
        "h⃝i⃝g⃝h⃝,high",
        "عـــمـل,عمل",
    })
    void figuresAndStyledLettersOfAllKindsReadAsPlainOnes(String raw, String comparable) {
        ComparableText text = TextChain.comparable(raw);
        assertEquals(comparable, text.text());
        assertEquals(raw, text.quote(0, text.text().length()));
    }

    @Test
    void aSpacedWordIsQuotedWithItsGaps() {
        ComparableText text = TextChain.comparable("A h.i.g.h pay");
        assertEquals("a high pay", text.text());
        assertEquals("h.i.g.h", quoteOf("high", text));
    }

    @Test
    void marksPiledOntoLatinAndHanAreDropped() {
        assertEquals(
                "salary",
                TextChain.comparable("s\u0336a\u0336l\u0336a\u0336r\u0336y\u0336")
                        .text());
        assertEquals("高薪", TextChain.comparable("高\u0336\u0337薪\u0336").text());
        assertEquals(3, TextChain.comparable("高\u0336\u0337薪\u0336").tricks().strayMarks());
        assertEquals(TextTricks.NONE, TextChain.comparable("ọ̀rọ̀ ẹ́").tricks());
        String zalgo = "s" + "\u0336".repeat(200) + "ale";
        ComparableText text = TextChain.comparable(zalgo);
        assertEquals("sale", text.text());
        assertEquals(zalgo, text.quote(0, 4));
    }

    @Test
    void vietnameseMarksStayWhicheverWayTheyAreWritten() {
        String composed = "việc nhẹ lương cao";
        String decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);
        assertEquals(composed, TextChain.comparable(composed).text());
        ComparableText text = TextChain.comparable(decomposed);
        assertEquals(composed, text.text());
        assertEquals(decomposed, text.quote(0, composed.length()));
        assertEquals(TextTricks.NONE, text.tricks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "รายได้ดีไม่ต้องมีประสบการณ์",
                "ការងារប្រាក់ខែខ្ពស់",
                "လစာကောင်းကောင်း",
                "उच्च वेतन",
                "ວຽກເຮັດງານທໍາ",
                "বেতন"
            })
    void marksOfScriptsThatNeedThemStay(String honest) {
        String expected = java.text.Normalizer.normalize(honest, java.text.Normalizer.Form.NFKC);
        ComparableText text = TextChain.comparable(honest);
        assertEquals(expected, text.text());
        assertEquals(TextTricks.NONE, text.tricks());
    }

    @Test
    void tagsGoAndEntitiesAreReadAndBothStayInTheQuote() {
        ComparableText text = TextChain.comparable("<p>Earn <b>high</b> pay &amp; bonus</p><p>Apply&#33;</p>");
        assertEquals("earn high pay & bonus\napply!\n", text.text());
        assertEquals("high</b> pay &amp; bonus", quoteOf("high pay & bonus", text));
        assertEquals("Apply&#33;", quoteOf("apply!", text));
    }

    @Test
    void entitiesAreReadWithoutTagsToo() {
        ComparableText text = TextChain.comparable("R&amp;D &lt;5 years & more&nbsp;pay &unknown; &");
        assertEquals("r&d <5 years & more pay &unknown; &", text.text());
        assertEquals("R&amp;D", quoteOf("r&d", text));
    }

    @Test
    void scriptsAndStylesAreNoText() {
        assertEquals(
                "pay",
                TextChain.comparable("<style>p{}</style><script>var high='salary'</script><i>pay</i><!-- hidden -->")
                        .text()
                        .strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style=\"display:none\">benefits</div>",
                "<div style='color:red; Display : None !important'><p>bene<b>fits</b></p></div>",
                "<span style='visibility:hidden'>benefits</span>",
                "<span style='font-size:0px;'>benefits</span>",
                "<p hidden>benefits</p>"
            })
    void whatIsHiddenIsNotReadAndTheRestKeepsItsPlace(String hidden) {
        ComparableText text = TextChain.comparable("<p>earn a lot</p>" + hidden + "<p>write to us</p>");
        assertFalse(text.text().contains("bene"), text.text());
        assertEquals("write to us", quoteOf("write to us", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"display:block", "font-size:0.9em", "font-size:10px", "not-display:none", ""})
    void whatIsShownIsRead(String style) {
        assertEquals(
                "pay",
                TextChain.comparable("<i style='" + style + "'>pay</i>").text().strip());
    }

    @Test
    void anAngleBracketThatOpensNoTagIsText() {
        assertEquals(
                "pay <3 and a < b > c",
                TextChain.comparable("pay <3 and a < b > c").text());
    }

    @Test
    void textThatAParserWouldMoveKeepsTheOrderOfTheRawText() {
        ComparableText text = TextChain.comparable("<table>before<tr><td>cell</td></tr>after</table>");
        assertEquals("before", quoteOf("before", text));
        assertEquals("cell", quoteOf("cell", text));
        assertEquals("after", quoteOf("after", text));
        for (int i = 1; i < text.text().length(); i++) {
            assertTrue(text.rawStart(i - 1) <= text.rawStart(i), "at " + i + " of " + text.text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a",
                "&",
                "&a",
                "<div>",
                "<b>x</i>",
                "a ",
                "s\u0336",
                "<!--",
                "<table>x",
                "\u0336",
                "<p><a href='"
            })
    void hostileRepetitionIsReadSoon(String unit) {
        String raw = unit.repeat(100_000 / unit.length());
        CpuTime.atMost(SOON, () -> TextChain.comparable(raw));
    }

    private static String quoteOf(String part, ComparableText text) {
        int start = text.text().indexOf(part);
        return text.quote(start, start + part.length());
    }
}
