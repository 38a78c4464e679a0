import Domain
import Foundation
import Operations
import Postgres
import Storage
import TestSupport
import Testing

/// The rules on awards: read from files, loaded by the operator, known to every officer.
@Suite("The rules on awards", .province, .serialized, .timeLimit(.minutes(30)))
struct AwardRulesTests {
    private let province = Province.current

    private static func shipped(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: RepositoryPaths.deploy).appending(path: "awards/\(name)")))
    }

    @Test("are loaded as often as one likes, and are read by every officer")
    func loaded() async throws {
        let rules = try AwardRules(content: Self.shipped)
        #expect(rules.regimes.count == 5 && rules.councils.count == 4 && !rules.rewards.rates.isEmpty)
        for _ in 0..<2 {
            _ = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.load(rules) }
        }
        let read = try await province.read(as: .clerk, in: "district_101") { (tx: borrowing TenantTransaction) in
            try await AwardRules.loaded(in: tx)
        }
        #expect(read.regimes == rules.regimes && Set(read.papers) == Set(rules.papers))
        #expect(Set(read.citations) == Set(rules.citations) && !read.citations.isEmpty)
        // An officer changes none of them.
        for role in [Role.homeAffairsOfficer, .chairman, .officeChief] {
            let error = try await province.raw(role, provinceWide: true, "UPDATE core.base_salary SET vnd_per_month = 1")
            #expect(error?.sqlState == "42501", "\(role)")
        }
    }

    @Test("end where a later one begins: a rule that is there keeps its figures and takes its last day")
    func ended() async throws {
        func rules(_ last: CivilDate?, amount: Int = 77) -> AwardRules {
            let salary = BaseSalary(
                amount: amount, validity: ValidityPeriod(from: Plans.day("1990-01-01"), through: last),
                citation: Citation("x", isVerified: false))
            return AwardRules(
                regimes: [], rewards: RewardRules(rates: [], salaries: [salary], roundings: []), councils: [], papers: [],
                citations: [])
        }
        for (rules, amount) in [(rules(Plans.day("1990-12-31")), 77), (rules(Plans.day("1990-06-30"), amount: 99), 77)] {
            _ = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in try await tx.load(rules) }
            let stored = try await province.count("SELECT vnd_per_month::bigint FROM core.base_salary WHERE valid_from = '1990-01-01'")
            #expect(stored == amount)
        }
        #expect(try await province.count("SELECT count(*) FROM core.base_salary WHERE valid_to = '1990-06-30'") == 1)
    }

    @Test("name every cell at fault at once, by file, line and column")
    func faults() throws {
        let refused = #expect(throws: Problem.self) {
            try AwardRules { name in
                var text = String(decoding: try Self.shipped(name), as: UTF8.self)
                if name == "base-salaries.csv" {
                    text = text.replacing("1490000", with: "nhiều").replacing("2024-07-01", with: "2024-06-01")
                }
                if name == "council-rules.csv" { text = text.replacing("2/3", with: "3/2") }
                return Array(text.utf8)
            }
        }
        #expect(refused?.code == "invalid-input")
        let paths = refused?.fields.map(\.path) ?? []
        #expect(paths.contains { $0.hasPrefix("base-salaries.csv, dòng") && $0.hasSuffix("cột vnd_per_month") }, "\(paths)")
        #expect(paths.count { $0.hasPrefix("council-rules.csv") && $0.hasSuffix("cột quorum") } == 4, "\(paths)")
        #expect(paths.contains("base-salaries.csv"), "two are in force on one day: \(paths)")
    }
}
