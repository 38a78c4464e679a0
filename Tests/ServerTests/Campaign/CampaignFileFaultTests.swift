import Domain
import Operations
import Testing

/// One change to the second campaign, and what has to be said about it.
struct Slip: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    /// The text at whose beginning the fault is reported.
    var marked: String
    var path: String
    var problem: CampaignFile.Problem

    init(_ old: String, _ new: String, at marked: String, _ path: String, _ problem: CampaignFile.Problem) {
        self.old = old
        self.new = new
        self.marked = marked
        self.path = path
        self.problem = problem
    }

    var testDescription: String { "\(old) → \(new)" }
}

@Suite("A faulty campaign file is refused", .timeLimit(.minutes(1)))
struct CampaignFileFaultTests {
    private func faults(_ text: String) -> [CampaignFile.Fault] {
        do {
            _ = try CampaignFile.read(text)
            return []
        } catch {
            return error.faults
        }
    }

    /// Where a marked text begins, counted as the parser counts.
    private func position(of marked: String, in text: String) throws -> CampaignFile.Position {
        let found = try #require(text.ranges(of: marked).first, "“\(marked)” is not in the file")
        let before = text[..<found.lowerBound]
        let line = before.split(separator: "\n", omittingEmptySubsequences: false)
        return .init(line: line.count, column: (line.last ?? "").unicodeScalars.count + 1)
    }

    private func expectOnly(_ slip: Slip) throws {
        let text = SecondCampaign.replacing(slip.old, with: slip.new)
        let place = try position(of: slip.marked, in: text)
        #expect(faults(text) == [CampaignFile.Fault(position: place, path: slip.path, problem: slip.problem)])
    }

    @Test("with the field that is missing, misspelt or written twice", arguments: fields)
    func field(slip: Slip) throws {
        try expectOnly(slip)
    }

    private static let fields: [Slip] = [
        Slip("  place: Ví Dụ\n", "", at: "paper:", "paper.place", .missingField("place", expected: .text)),
        Slip("closing: Yêu cầu các cơ quan thực hiện./.\n", "", at: "format", "closing", .missingField("closing", expected: .text)),
        Slip("label: Hồ sơ, ", "", at: "{ code: III.3.1", "content[2].tasks[0].label", .missingField("label", expected: .text)),
        Slip("by: office, ", "", at: "reporting", "reporting.by", .missingField("by", expected: .choice(roles))),
        Slip("perUnit: false", "perUnit: false, color: red", at: "color", "reporting.color", .unknownField("color", nearest: nil)),
        Slip(
            "perUnit: false", "perUnit: false, mergeWith: x", at: "mergeWith", "reporting.mergeWith",
            .unknownField("mergeWith", nearest: "mergedWith")),
        Slip(
            "  place: Ví Dụ\n", "  place: Ví Dụ\n  place: Khác\n", at: "place: Khác", "paper.place", .duplicateField("place", firstLine: 9)),
        Slip("unit: VP }", "unit: VP, \"unit\": VP }", at: "\"unit\"", "difficulties.unit", .duplicateField("unit", firstLine: 89)),
    ]

    private static let roles = ["leadership", "office", "homeAffairs", "council", "firstTier", "media"]

    @Test("with the value that is of the wrong kind", arguments: values)
    func value(slip: Slip) throws {
        try expectOnly(slip)
    }

    private static let values: [Slip] = [
        Slip("date: 2026-01-05", "date: 2026-02-30", at: "2026-02-30", "paper.date", .noSuchDate("2026-02-30")),
        Slip("date: 2026-01-05", "date: 05/01/2026", at: "05/01/2026", "paper.date", .noSuchDate("05/01/2026")),
        Slip("place: Ví Dụ", "place:", at: "\n  issuer", "paper.place", .wrongShape(expected: .text, found: .nothing)),
        Slip("place: Ví Dụ", "place: \"\"", at: "\"\"", "paper.place", .wrongShape(expected: .text, found: .nothing)),
        Slip("place: Ví Dụ", "place: [Ví Dụ]", at: "[Ví Dụ]", "paper.place", .wrongShape(expected: .text, found: .list)),
        Slip("recipients: [\"Lưu: VT\"]", "recipients: []", at: "[]", "recipients", .wrongShape(expected: .list, found: .nothing)),
        Slip("recipients: [\"Lưu: VT\"]", "recipients: VT", at: "VT\nparameters", "recipients", .wrongShape(expected: .list, found: .text)),
        Slip("format: 1", "format: một", at: "một", "format", .wrongShape(expected: .integer, found: .text)),
        Slip("value: 60, plan", "value: \"60\", plan", at: "\"60\"", "parameters[0].value", .wrongShape(expected: .integer, found: .text)),
        Slip(
            "value: 60, plan", "value: 99999999999999999999, plan", at: "99999999999999999999", "parameters[0].value",
            .numberTooLarge("99999999999999999999")),
        Slip("perUnit: false", "perUnit: no", at: "no }", "reporting.perUnit", .wrongShape(expected: .flag, found: .text)),
        Slip("every: quarter", "every: year", at: "year", "reporting.every", .unknownChoice("year", allowed: ["month", "quarter"])),
        Slip(
            "signer: { post: KT. CHỦ TỊCH, name: (người ký) }", "signer: KT. CHỦ TỊCH", at: "KT. CHỦ", "paper.signer",
            .wrongShape(expected: .fields, found: .text)),
        Slip("plan: IV.2.a, changer", "changer", at: "value: 60", "parameters[0]", .basisMissing),
        Slip(
            "plan: IV.2.a, changer", "plan: IV.2.a, decision: A45, changer", at: "decision: A45", "parameters[0]",
            .basisAmbiguous(["plan", "decision"])),
    ]

    @Test("with the rule that two places break together", arguments: rules)
    func rule(slip: Slip) throws {
        try expectOnly(slip)
    }

    private static let rules: [Slip] = [
        Slip("format: 1", "format: 2", at: "2\n", "format", .rule(.unknownFormat(2))),
        Slip(
            "date: 2026-01-31", "date: 2026-02-01", at: "2026-02-01", "launch.deadline.date",
            .rule(.dateAgainstWords("chậm nhất ngày 31/01/2026", meant: CivilDate("2026-01-31")!, found: CivilDate("2026-02-01")!))),
        Slip(
            "from: 2026-04-01", "from: 2026-04-02", at: "2026-04-02", "phases[1].from",
            .rule(.phaseNotContiguous(expected: CivilDate("2026-04-01")!))),
        Slip(
            "directives: [NQ-1-2025]", "directives: [NQ-2]", at: "NQ-2", "content[1].directives[0]",
            .rule(.unknownReference("NQ-2", known: ["NQ-1-2025"]))),
        Slip(
            "name: bốn rõ, hai không", "name: ba rõ, hai không", at: "parts:", "motto.parts",
            .rule(.mottoCount(opening: "rõ", announced: 3, found: 4))),
        Slip(
            "ít nhất 60 %", "ít nhất 70 %", at: "60, plan", "parameters[0].value",
            .rule(.valueAgainstWords(.minimumProgressPercent, value: 60, words: [70]))),
        Slip(
            "Không quá 05 người", "Không quá 06 người", at: "5, plan", "parameters[3].value",
            .rule(.valueAgainstWords(.individualsFinal, value: 5, words: [6]))),
        Slip("value: average", "value: median", at: "median", "parameters[1].value", .rule(.valueOutsideDomain(.s2Rule))),
    ]

    @Test("with all faults at once, in the order of the lines")
    func allAtOnce() throws {
        var text = SecondCampaign.yaml
        for (old, new) in [
            ("  place: Ví Dụ\n", ""), ("date: 2026-01-31", "date: 31/1/2026"), ("perUnit: false", "perUnit: maybe"),
            ("from: 2026-04-01", "from: 2026-04-02"), ("  type: Kế hoạch\n", "  type: Kế hoạch\n  type: Chỉ thị\n"),
            ("reporting: {", "reporting: { clause: VII,"),
        ] {
            text = text.replacing(old, with: new)
        }
        let found = faults(text)
        let paths = [
            "paper.place", "paper.type", "phases[1].from", "launch.deadline.date", "reporting.clause", "reporting.perUnit",
        ]
        #expect(found.map(\.path) == paths)
        #expect(found.map(\.position) == found.map(\.position).sorted())
        for fault in found {
            #expect(fault.description.hasPrefix("dòng \(fault.position.line), cột \(fault.position.column): \(fault.path): "))
            #expect(fault.message.contains("hãy"), "no next step in “\(fault.message)”")
        }
    }

    @Test("without reporting again what follows from a value that could not be read")
    func noEchoes() {
        let found = faults(SecondCampaign.replacing("to: 2026-03-31", with: "to: 31-3"))
        #expect(found.map(\.path) == ["phases[0].to"])
    }

    @Test(
        "with the place where its syntax breaks",
        arguments: [
            ("a: b: c", CampaignFile.SyntaxProblem.colonNotAllowed, 1), ("a: 1\nb\nc: 2\n", .colonMissing, 2),
            ("a: 1\n b: 2\n", .colonNotAllowed, 2), ("a:\n  - x\n y: 1\n", .indentation, 3), ("a: @x\n", .characterNotAllowed, 1),
            ("a: 1\n\tb: 2\n", .characterNotAllowed, 2), ("x: 1\na: \"b\n", .unclosedQuote, 2), ("x: 1\na: [b, c\n", .unclosedBracket, 2),
            ("a: 1\n---\nb: 2\n", .severalDocuments, 2), ("a: 1\nb: \u{7}\n", .controlCharacter, 2),
        ])
    func syntax(text: String, problem: CampaignFile.SyntaxProblem, line: Int) {
        let found = faults(text)
        #expect(found.map(\.problem) == [.syntax(problem)])
        #expect(found.map(\.position.line) == [line])
    }

    @Test("when it is empty", arguments: ["", "\n", "# chỉ có ghi chú\n"])
    func empty(text: String) {
        #expect(faults(text).map(\.problem) == [.noContent])
    }

    @Test("when it is no group of fields", arguments: ["x", "[1, 2]", "null", "12345678901234"])
    func notFields(text: String) throws {
        let fault = try #require(faults(text).first)
        guard case .wrongShape(expected: .fields, _) = fault.problem else {
            Issue.record("\(fault)")
            return
        }
    }
}
