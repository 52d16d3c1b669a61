package org.lurewatch.detection.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each cover name where it is one, and where it is not. */
class AliasesTest {

    @ParameterizedTest
    @CsvSource({
        "加飛機 hr_888 聯繫,加telegram hr_888 联系",
        "我的飛機:abc1688,我的telegram:abc1688",
        "小飛機@boss_168,telegram@boss_168",
        "飛機abc1688,telegram abc1688",
        "✈️:hr_888 詳談,telegram:hr_888 详谈",
        "TG: abc_123,telegram: abc_123",
        "加賴 abc123,加line abc123",
        "賴ID：happy_888,line id:happy_888",
        "加瀨abc123,加line abc123",
        "Iine: abc_1,line: abc_1",
        "薇信 hr888999,微信 hr888999",
        "威信:hr888999,微信:hr888999",
        "加卫星 abc123,加微信 abc123",
        "V信: boss668,微信: boss668",
        "➕V abc1234,加微信 abc1234",
        "+V：abc123,加微信:abc123",
        "加薇,加微信",
        "v❤ abc888,微信 abc888",
        "扣扣1234567,qq 1234567",
        "🐧:12345678,qq:12345678",
        "加Q 1234567,加qq 1234567",
        "hubungi WA 081234567890,hubungi whatsapp 081234567890",
        "菠菜平台招聘客服,博彩平台招聘客服",
        "海外菠菜,海外博彩",
        "🥬平台高薪,博彩平台高薪",
        "月入3000u,月入3000 usdt",
        "工資 5000 U/月,工资 5000 usdt/月",
        "每月8000油,每月8000 usdt",
        "束埔寨高薪,柬埔寨高薪",
        "mian北高薪,缅北高薪",
    })
    void aCoverNameReadsAsWhatItStandsForWhereItsNeighboursSaySo(String raw, String comparable) {
        assertEquals(comparable, TextChain.comparable(raw).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "飞机维修工程师 请加入航空公司",
                "航空公司招聘 飞机:b737-800 机组",
                "飞机票全包",
                "我们生产飞机零件",
                "加赖讨论",
                "依赖关系 信赖:abc1234",
                "安徽信息工程",
                "在团队中有威信,联系人王",
                "卫星电视 维修",
                "加v领资料",
                "加vip群",
                "参加v计划的人",
                "菠菜 白菜 蔬菜",
                "种菠菜 农场招工",
                "4u服务器 42u机柜",
                "92油 加油站",
                "汽油500油票",
                "perth wa 6000",
                "v neck, q fever",
                "the tg wall",
                "企鹅出版社",
            })
    void anEverydayWordStays(String honest) {
        ComparableText text = TextChain.comparable(honest);
        assertEquals(honest, text.text());
        assertEquals(0, text.tricks().aliases());
    }

    @Test
    void aCoverNameIsQuotedAsItWasWrittenAndToldAsATrick() {
        ComparableText text = TextChain.comparable("加飛機：hr_888");
        int start = text.text().indexOf("telegram");
        assertEquals("飛機", text.quote(start, start + "telegram".length()));
        assertEquals(1, text.tricks().aliases());
    }

    @Test
    void anAbbreviationIsNoDisguise() {
        assertEquals(0, TextChain.comparable("TG: abc_123").tricks().aliases());
    }

    @Test
    void aNameAloneIsReadAsAnEntryOfAWordList() {
        assertEquals("telegram", TextChain.comparable("飛機").text());
        assertEquals("飞机", TextChain.withoutAliases("飛機").text());
    }

    @Test
    void namesTheLineOfEveryFault() {
        List<String> problems = new ArrayList<>();
        AliasTable.parse(
                "token\twords\tpreceded_by\tfollowed_by\tunless\tdisguise\tsource\n"
                        + "qq\t企鵝\t@add\thandle\t\tyes\town\n"
                        + "qq\t企鵝\t*\tsometimes\t\tyes\town\n"
                        + "qq\t企鵝|\t*\t\t\tyes\town\n"
                        + "qq\n",
                raw -> raw,
                problems);
        assertEquals(4, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("line 2: "), problems.toString());
    }
}
