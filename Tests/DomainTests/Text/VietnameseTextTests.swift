import Domain
import Testing

@Suite("Vietnamese text")
struct VietnameseTextTests {
    @Test(
        "is composed byte for byte",
        arguments: [
            ("a\u{302}\u{323}", "ậ"), ("a\u{323}\u{302}", "ậ"), ("u\u{31B}\u{301}", "ứ"), ("u\u{301}\u{31B}", "ứ"),
            ("Nguye\u{302}\u{303}n", "Nguyễn"),
            ("D\u{302}", "D\u{302}"), ("u\u{308}", "ü"), ("y\u{323}", "ỵ"), ("A\u{306}\u{300}", "Ằ"), ("ê\u{301}", "ế"),
            ("e\u{302}\u{301}\u{20DD}", "ế\u{20DD}"),
            ("a\u{341}", "á"), ("Đa\u{300}m Do\u{31B}i", "Đàm Dơi"),
        ])
    func composition(typed: String, composed: String) {
        #expect(Array(VietnameseText(typed).string.unicodeScalars) == Array(composed.unicodeScalars))
        #expect(Array(VietnameseText.composed(typed).unicodeScalars) == Array(composed.unicodeScalars))
    }

    @Test("composes every letter of the alphabet with every tone, from any order of marks that is equivalent") func everyLetter() {
        let marks: [[Unicode.Scalar]] = [[], ["\u{300}"], ["\u{309}"], ["\u{303}"], ["\u{301}"], ["\u{323}"]]
        let shapes: [(Unicode.Scalar, [Unicode.Scalar])] = [
            ("a", []), ("a", ["\u{306}"]), ("a", ["\u{302}"]), ("e", []), ("e", ["\u{302}"]), ("i", []), ("o", []), ("o", ["\u{302}"]),
            ("o", ["\u{31B}"]), ("u", []), ("u", ["\u{31B}"]), ("y", []),
        ]
        var found: Set<[Unicode.Scalar]> = []
        for (base, shape) in shapes {
            for tone in marks {
                let text = VietnameseText(String(String.UnicodeScalarView([base] + shape + tone))).string
                #expect(text.unicodeScalars.count == 1)
                found.insert(Array(text.unicodeScalars))
            }
        }
        #expect(found.count == 72)
    }

    @Test(
        "has single spaces and nothing invisible",
        arguments: [
            ("  Sở   Nội vụ \n", "Sở Nội vụ"), ("Sở\u{A0}Nội\tvụ", "Sở Nội vụ"), ("\u{FEFF}Sở\u{200B} Nội\u{AD} vụ", "Sở Nội vụ"),
            ("a\0b", "a b"),
            ("\r\n", ""), ("", ""),
        ])
    func spaces(typed: String, kept: String) {
        #expect(VietnameseText(typed).string == kept)
        #expect(VietnameseText(kept).string == kept)
    }

    @Test("keeps no more than thirty marks on a letter", .timeLimit(.minutes(1))) func heapedMarks() {
        let heap = VietnameseText("a" + String(repeating: "\u{334}", count: 100_000) + "b")
        #expect(heap.string.unicodeScalars.count == 32)
        #expect(heap.folded == "ab")
    }

    @Test(
        "is NFC in any order of marks that is equivalent",
        arguments: [
            ("a\u{323}\u{300}\u{302}", "ạ\u{300}\u{302}"), ("e\u{302}\u{308}\u{301}", "ê\u{308}\u{301}"),
            ("u\u{308}\u{31B}\u{323}", "ự\u{308}"),
            ("o\u{344}", "ö\u{301}"), ("a\u{200D}\u{301}", "a\u{200D}\u{301}"), ("ứ\u{323}", "ự\u{301}"), ("ʒ\u{30C}", "ǯ"),
        ])
    func canonicalOrder(typed: String, composed: String) {
        #expect(Array(VietnameseText.composed(typed).unicodeScalars) == Array(composed.unicodeScalars))
    }

    @Test("keeps line breaks when only composed") func manyLines() {
        #expect(VietnameseText.composed("dòng 1\r\n  do\u{300}ng 2\n") == "dòng 1\r\n  dòng 2\n")
    }

    @Test(
        "folds for search",
        arguments: [
            ("Đầm Dơi", "dam doi"), ("ĐẶNG THỊ ƯỚC", "dang thi uoc"), ("Nguye\u{302}\u{303}n", "nguyen"), ("Hoà Mỹ", "hoa my"),
            ("Hòa Mỹ", "hoa my"),
            ("QĐ 503/QĐ-UBND", "qd 503/qd-ubnd"), ("Ðất Mũi", "dat mui"), ("u\u{302}\u{323}", "u"), ("Müller Ñ ǘ", "muller n u"),
            ("xã 5, ấp ①", "xa 5, ap ①"),
        ])
    func folding(text: String, folded: String) {
        #expect(VietnameseText(text).folded == folded)
    }

    @Test("sorts by letter, then by tone") func order() {
        let sorted = [
            "", "2 xã", "an", "anh", "ăn", "ân", "ba", "bà", "bả", "bã", "bá", "bạ", "Bạ", "bạ hai", "bác", "ca", "da", "đa", "đà", "đã",
            "e", "ê",
            "o", "ô", "ơ", "u", "ư", "y",
        ]
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20 {
            let shuffled = sorted.shuffled(using: &generator)
            #expect(shuffled.sorted { VietnameseOrder(VietnameseText($0)) < VietnameseOrder(VietnameseText($1)) } == sorted)
        }
    }
}

@Suite("A person's name")
struct PersonNameTests {
    @Test(
        "is sorted by the given name",
        arguments: [
            ("Nguyễn Văn Ân", "Ân", "Ân Nguyễn Văn"), ("  Lê   Thị\u{A0}Bé ", "Bé", "Bé Lê Thị"), ("Út", "Út", "Út"),
        ])
    func sortKey(typed: String, given: String, key: String) throws {
        let name = try #require(PersonName(typed))
        #expect(name.given == given)
        #expect(name.sortKey == key)
    }

    @Test("that is blank is none", arguments: ["", "  ", "\u{200B}"])
    func blank(typed: String) {
        #expect(PersonName(typed) == nil)
    }

    @Test("comes after names with an earlier given name, whatever the family") func order() throws {
        let names = try ["Trần Văn An", "Đỗ Thị Ân", "Nguyễn Bình", "Lê Văn Đạt"].map { try #require(PersonName($0)) }
        #expect(names.reversed().sorted { $0.order < $1.order } == names)
    }
}

@Suite("Numbers in Vietnamese")
struct VietnameseNumberTests {
    @Test(
        "have points between thousands and a comma before decimals",
        arguments: [
            ("1234567.5", "1.234.567,5"), ("0", "0"), ("-1234", "-1.234"), ("999", "999"), ("1000", "1.000"), ("0.50", "0,50"),
            ("100000", "100.000"),
            ("abc", "abc"), ("1.2.3", "1.2.3"), ("", ""), ("-", "-"), (".5", ".5"),
        ])
    func decimals(decimal: String, text: String) {
        #expect(VietnameseNumber.text(decimal: decimal) == text)
    }

    @Test("may be integers") func integers() {
        #expect(VietnameseNumber.text(2_980_000) == "2.980.000")
        #expect(VietnameseNumber.text(-7) == "-7")
    }
}
