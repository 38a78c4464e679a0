import Domain
import FoundationEssentials
import Testing

/// The rules of `deploy/awards`, as tests read them: what ships is what is tested.
struct DeployedAwardRules {
    let regimes: [LegalRegime]
    let rewards: RewardRules
    let councils: [CouncilRule]
    let papers: [DossierPaper]

    init() throws {
        regimes = try Self.rows("regimes.csv").map { row in
            LegalRegime(
                code: try row.text("code"), law: try row.text("law"), decree: try row.text("decree"), circular: try row.text("circular"),
                validity: try row.validity, citation: try row.citation)
        }
        rewards = RewardRules(
            rates: try Self.rows("reward-rates.csv").map { row in
                RewardRate(
                    decree: try row.text("decree"), form: try row.oneOf("form"), subject: try row.oneOf("subject"),
                    percentOfBaseSalary: try row.integer("percent_of_base_salary"), validity: try row.validity,
                    citation: try row.citation)
            },
            salaries: try Self.rows("base-salaries.csv").map { row in
                BaseSalary(amount: try row.integer("vnd_per_month"), validity: try row.validity, citation: try row.citation)
            },
            roundings: try Self.rows("reward-rounding.csv").map { row in
                RewardRounding(
                    decree: try row.text("decree"), unit: try row.integer("unit_vnd"), direction: try row.oneOf("direction"),
                    validity: try row.validity, citation: try row.citation)
            })
        councils = try Self.rows("council-rules.csv").map { row in
            CouncilRule(
                council: try row.oneOf("council"), form: try row.optional("form"), subject: try row.optional("subject"),
                method: try row.oneOf("method"), quorum: try row.share("quorum"), share: try row.share("share"),
                base: try row.oneOf("base"), chairMustAgree: try row.yes("chair_must_agree"),
                absentMayWrite: try row.yes("absent_may_write"), tie: try row.oneOf("tie"),
                recusedLeaveBase: try row.yes("recused_leave_base"), validity: try row.validity, citation: try row.citation)
        }
        papers = try Self.rows("dossier-papers.csv").map { row in
            DossierPaper(
                track: try row.oneOf("track"), kind: try row.oneOf("kind"), isConfirmed: try row.yes("confirmed"),
                validity: try row.validity, citation: try row.citation)
        }
    }

    /// The regime of that code.
    func regime(_ code: String) throws -> LegalRegime {
        try #require(regimes.first { $0.code == code })
    }

    private static func rows(_ file: String) throws -> [Row] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try #require(String(bytes: try Data(contentsOf: root.appending(path: "deploy/awards/\(file)")), encoding: .utf8))
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(cells)
        let header = try #require(lines.first)
        return try lines.dropFirst().map { line in
            try #require(line.count == header.count, "\(file): \(line)")
            return Row(cells: Dictionary(uniqueKeysWithValues: zip(header, line)))
        }
    }

    /// The cells of a line; within quotation marks a comma is a comma. Our files have no line breaks and no quotation marks inside.
    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().reduce(into: [""]) { cells, part in
            guard part.offset.isMultiple(of: 2) else {
                cells[cells.count - 1] += part.element
                return
            }
            let parts = part.element.split(separator: ",", omittingEmptySubsequences: false)
            cells[cells.count - 1] += parts[0]
            cells += parts.dropFirst().map(String.init)
        }
    }

    private struct Row {
        let cells: [String: String]

        func text(_ name: String) throws -> String { try #require(cells[name], "\(name)") }
        func integer(_ name: String) throws -> Int { try #require(Int(try text(name)), "\(name)") }
        func yes(_ name: String) throws -> Bool {
            let answer = try text(name)
            try #require(answer == "yes" || answer == "no", "\(name)")
            return answer == "yes"
        }

        func day(_ name: String) throws -> CivilDate {
            let day = CivilDate(try text(name))
            return try #require(day, "\(name)")
        }

        func oneOf<Choice: RawRepresentable<String>>(_ name: String) throws -> Choice {
            try #require(Choice(rawValue: try text(name)), "\(name)")
        }

        func optional<Choice: RawRepresentable<String>>(_ name: String) throws -> Choice? {
            try text(name).isEmpty ? nil : try oneOf(name)
        }

        func share(_ name: String) throws -> VoteShare {
            let parts = try text(name).split(separator: "/").compactMap { Int($0) }
            try #require(parts.count == 2, "\(name)")
            return try #require(VoteShare(parts[0], of: parts[1]), "\(name)")
        }

        var validity: ValidityPeriod {
            get throws {
                ValidityPeriod(from: try day("valid_from"), through: try text("valid_to").isEmpty ? nil : try day("valid_to"))
            }
        }

        var citation: Citation {
            get throws { Citation(try text("source"), isVerified: try yes("verified")) }
        }
    }
}
