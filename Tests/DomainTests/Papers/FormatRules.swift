import Foundation
import Testing

/// A line of `deploy/papers/nd30-2020-format.csv`: what the decree says of one part of a paper.
struct FormatRule: CustomStringConvertible {
    let element: String
    let box: String
    let rule: String
    /// Sizes of letters; nil where the line is about none.
    let points: ClosedRange<Double>?
    /// `upright bold`, `italic`.
    let style: String
    /// `UPPER`, `lower`.
    let letterCase: String

    var description: String { element }

    static let file = root.appending(path: "deploy/papers/nd30-2020-format.csv")
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The table of facts from which ours was taken, where it stands beside the clone.
    static let source = root.deletingLastPathComponent().appending(path: "shared/data/nd30-2020-format.csv")

    static func all() throws -> [FormatRule] {
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map(cells)
        // A test of no rule would be green.
        try #require(lines.count > 30)
        return try lines.dropFirst().map { line in
            try #require(line.count == 7, "\(line)")
            return FormatRule(
                element: line[0], box: line[1], rule: line[2], points: Double(line[3]).flatMap { low in Double(line[4]).map { low...$0 } },
                style: line[5], letterCase: line[6])
        }
    }

    /// Within quotation marks a comma is a comma.
    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}

extension FormatRule {
    /// Where a document breaks what the line says of letters; nil: the part is not in it.
    func faults(in document: ReadDocument) throws -> [String]? {
        let found = try runs(in: document)
        guard !found.isEmpty else { return nil }
        var faults: [String] = []
        for (text, letters) in found {
            if let points, !points.contains(letters.points) { faults.append("\(element): \(letters.points) pt: \(text)") }
            if letters.isBold != style.contains("bold") { faults.append("\(element): bold \(letters.isBold): \(text)") }
            if letters.isItalic != style.contains("italic") { faults.append("\(element): italic \(letters.isItalic): \(text)") }
            if letters.font != "Times New Roman" { faults.append("\(element): \(letters.font): \(text)") }
            if letters.color != (element == "do_khan" ? "FF0000" : "000000") { faults.append("\(element): \(letters.color): \(text)") }
            let isUpper = text == text.uppercased()
            switch letterCase {
            case "UPPER" where !isUpper, "lower" where isUpper: faults.append("\(element): not \(letterCase): \(text)")
            case "Số lower, symbol UPPER":
                // Bảng chữ viết tắt (Phụ lục III) writes three kinds with a small r.
                let symbol = (text.split(separator: "/").last ?? "").replacing(#/^(TT|CT|T)r/#) { "\($0.1)R" }
                if !text.hasPrefix("Số: ") || symbol != symbol.uppercased() { faults.append("\(element): \(text)") }
            default: break
            }
        }
        return faults
    }

    private func runs(in document: ReadDocument) throws -> [(String, ReadDocument.Letters)] {
        switch element {
        case "page_number":
            let paragraph = try #require(try document.paragraphs(of: "word/header1.xml").first)
            return try paragraph.all("w:r").map { ("số", try document.letters($0, style: paragraph.style)) }
        case "dia_chi_co_quan":
            guard document.members.contains(where: { $0.name == "word/footer1.xml" }) else { return [] }
            return try document.paragraphs(of: "word/footer1.xml").flatMap { try runs($0, document) }
        case "ky_hieu_nguoi_soan":
            // Stands in the last line of the recipients: `Lưu: VT, TH.NVA(05).`
            return try document.paragraphs("noi_nhan_list").compactMap { paragraph in
                guard let mark = paragraph.text.firstMatch(of: #/Lưu: [^.]*\.([^.(]+)\(\d+\)\.$/#) else { return nil }
                return (String(mark.1), try document.letters(paragraph.all("w:r").first, style: paragraph.style))
            }
        // The number is bold, and so is a heading; what follows it is text.
        case "dieu": return try document.paragraphs(element).compactMap { try runs($0, document).first }
        case "khoan":
            // A heading, if there is one, is bold on its own line.
            let headings = document.paragraphs(element).filter { $0.all("w:b").count == 1 && $0.all("w:r").count == 1 }
            return try document.paragraphs(element).filter { paragraph in !headings.contains { $0 === paragraph } }
                .flatMap { try runs($0, document) }
        case "phan_chuong", "muc_tieu_muc":
            // The numeral; the heading below it is in capitals.
            return try stride(from: 0, to: document.paragraphs(element).count, by: 2).flatMap {
                try runs(document.paragraphs(element)[$0], document)
            }
        default: return try document.paragraphs(element).flatMap { try runs($0, document) }
        }
    }

    private func runs(_ paragraph: ReadElement, _ document: ReadDocument) throws -> [(String, ReadDocument.Letters)] {
        try paragraph.all("w:r").filter { !$0.text.isEmpty }.map { ($0.text, try document.letters($0, style: paragraph.style)) }
    }
}
