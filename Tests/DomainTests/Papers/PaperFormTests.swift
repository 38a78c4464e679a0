import Documents
import Domain
import Foundation
import Testing

@Suite("The form of a paper (NĐ 30/2020/NĐ-CP, Phụ lục I)")
struct PaperFormTests {
    private let rules: [FormatRule]
    private let documents: [ReadDocument]

    init() throws {
        rules = try FormatRule.all()
        documents = try OfficialPaper.whole(signedOn: CivilDate(year: 2023, month: 2, day: 5)).map { try ReadDocument($0.docx()) }
    }

    /// Of the paper and its margins: tests of their own.
    private static let ofThePage: Set<String> = ["page", "margin_top", "margin_bottom", "margin_left", "margin_right", "font"]
    /// What a person puts on the paper after it was made: stamps, and the pictures and the mark of an electronic signature.
    private static let notMade: Set<String> = ["chu_ky", "dau", "do_mat", "appendix_file_sign_text"]

    @Test("our table knows every line of the decree's, with its box, sizes, letters and case")
    func table() throws {
        let names = Set(PaperElement.allCases.map(\.rawValue))
        #expect(Set(rules.map(\.element)) == names.union(Self.ofThePage).union(Self.notMade))
        #expect(rules.count == Set(rules.map(\.element)).count)
        for rule in rules {
            guard let element = PaperElement(rawValue: rule.element) else { continue }
            #expect(element.box == rule.box, "\(rule)")
            #expect(rule.points == Double(element.allowedPoints.lowerBound)...Double(element.allowedPoints.upperBound), "\(rule)")
            #expect(element.allowedPoints.contains(element.points), "\(rule)")
            #expect(element.isBold == rule.style.contains("bold"), "\(rule)")
            #expect(element.isItalic == rule.style.contains("italic"), "\(rule)")
            #expect(element.isUpper == (rule.letterCase == "UPPER"), "\(rule)")
        }
        for edge in PaperPage.Edge.allCases {
            let rule = try #require(rules.first { $0.element == edge.rawValue })
            #expect(rule.rule == "\(edge.allowed.lowerBound)-\(edge.allowed.upperBound) mm")
        }
    }

    @Test(
        "our lines are the lines of the facts beside the clone",
        .enabled(if: FileManager.default.fileExists(atPath: FormatRule.source.path)))
    func sameAsFacts() throws {
        let ours = try String(contentsOf: FormatRule.file, encoding: .utf8).split(whereSeparator: \.isNewline)
            .filter { !$0.hasPrefix("#") }
        #expect(try ours == String(contentsOf: FormatRule.source, encoding: .utf8).split(whereSeparator: \.isNewline))
    }

    @Test("every part of a paper has the letters that the decree gives it")
    func letters() throws {
        for rule in rules where !Self.ofThePage.contains(rule.element) && !Self.notMade.contains(rule.element) {
            let faults = try documents.compactMap { try rule.faults(in: $0) }
            #expect(!faults.isEmpty, "\(rule) is in none of the papers")
            #expect(faults.joined().isEmpty, "\(faults.joined())")
        }
    }

    @Test(
        "a paper that breaks a rule is found out",
        arguments: [
            ("quoc_hieu", "<w:sz w:val=\"26\"/>", "<w:sz w:val=\"30\"/>"), ("tieu_ngu", "<w:b/>", ""), ("can_cu", "<w:i/>", ""),
            ("body", "<w:sz w:val=\"28\"/>", "<w:sz w:val=\"24\"/>"),
            ("noi_nhan_list", "<w:sz w:val=\"22\"/>", "<w:b/><w:sz w:val=\"22\"/>"),
        ])
    func spoilt(element: String, right: String, wrong: String) throws {
        let rule = try #require(rules.first { $0.element == element })
        let members = documents[0].members.map { name, content in
            guard name == "word/styles.xml" else { return (name: name, content: content) }
            var styles = String(decoding: content, as: UTF8.self).components(separatedBy: "<w:style ")
            for index in styles.indices where styles[index].contains("w:styleId=\"\(element)\"") {
                styles[index] = styles[index].replacingOccurrences(of: right, with: wrong)
            }
            return (name: name, content: Array(styles.joined(separator: "<w:style ").utf8))
        }
        #expect(try rule.faults(in: documents[0])?.isEmpty == true)
        #expect(try rule.faults(in: ReadDocument(SampleArchive.make(members)))?.isEmpty == false)
    }

    @Test("A4 upright, with the margins of the decree, in every part")
    func page() throws {
        for document in documents {
            let sections = document.body.all("w:sectPr")
            #expect(!sections.isEmpty)
            for section in sections {
                #expect(section.child("w:pgSz")?.attributes == ["w:w": "11906", "w:h": "16838"])
                let margins = try #require(section.child("w:pgMar")?.attributes)
                for (name, edge) in [("top", PaperPage.Edge.top), ("bottom", .bottom), ("left", .left), ("right", .right)] {
                    let twips = try #require(margins["w:\(name)"].flatMap(Double.init))
                    let millimetres = (twips * 25.4 / 1_440 * 10).rounded() / 10
                    #expect(millimetres >= Double(edge.allowed.lowerBound) && millimetres <= Double(edge.allowed.upperBound), "\(name)")
                }
            }
        }
    }

    @Test("page numbers stand in the middle above, arabic from 1, hidden on the first page; appendices count for themselves")
    func pageNumbers() throws {
        let document = documents[0]
        let number = try #require(try document.paragraphs(of: "word/header1.xml").first)
        #expect(number.all("w:instrText").map { $0.characterText.trimmingCharacters(in: .whitespaces) } == ["PAGE"])
        #expect(document.property("w:jc", "w:val", of: number) == "center")
        #expect(try document.paragraphs(of: "word/header2.xml").allSatisfy { $0.all("w:r").isEmpty })
        let sections = document.body.all("w:sectPr")
        #expect(sections.count == 3)
        let links = try document.part("word/_rels/document.xml.rels").children
        for section in sections {
            #expect(section.child("w:titlePg") != nil)
            #expect(section.child("w:pgNumType")?.attributes == ["w:fmt": "decimal", "w:start": "1"])
            for (type, part) in [("default", "header1.xml"), ("first", "header2.xml")] {
                let reference = section.children.first { $0.name == "w:headerReference" && $0.attributes["w:type"] == type }
                let link = links.first { $0.attributes["Id"] == reference?.attributes["r:id"] }
                #expect(link?.attributes["Target"] == part)
            }
        }
    }
}
