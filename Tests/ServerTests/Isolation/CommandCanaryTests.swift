import Domain
import TestSupport
import Testing

@testable import thidua

/// What commands print and what they say of a refusal goes to one officer: no text of another tenant stands in it.
@Suite("What commands print", .provinceFirst, .serialized, .timeLimit(.minutes(30)))
struct CommandCanaryTests {
    private let province = Province.current

    private static let seats = [
        Seat(.unitHead, in: "district_101"), Seat(.tenantAdmin, in: "district_101"),
        Seat(.subUnitOfficer, in: "district_101", unit: "10101"),
        Seat(.individual, in: "district_102", unit: "10201"), Seat(.unitCoordinator, in: "dept_snv"), Seat(.officeMonitor, in: "dept_vpub"),
        Seat(.mediaEditor, in: "dept_bao"), Seat(.auditor, in: "dept_ttt"),
    ]

    @Test("holds no text of another tenant, in any form; with a door that believes any tenant's name it does")
    func outputs() async throws {
        let canary = try await Canary.plant(in: province)
        let doors = CommandRunner(database: province.url, entrance: province.entrance)
        let (runs, sighted, leaks) = try await search(Self.seats, canary, by: doors)
        print("isolation: \(runs) commands run, \(sighted) of them printed a token that may be met")
        #expect(leaks.isEmpty, "\(leaks.prefix(20).joined(separator: "\n"))")
        #expect(sighted > runs / 10, "hardly anything was printed: the search proves nothing")

        try await province.asSuperuser(RequestStormTests.credulousDoor)
        // By doors that never saw the officer: what the others know of his home is from before.
        let fresh = CommandRunner(database: province.url)
        #expect(try await !search([Self.seats[0]], canary, by: fresh).leaks.isEmpty, "the control found nothing: the search is blind")
    }

    private func search(
        _ seats: [Seat], _ canary: Canary, by runner: CommandRunner
    ) async throws -> (runs: Int, sighted: Int, leaks: [String]) {
        var (runs, sighted, leaks) = (0, 0, [String]())
        for seat in seats {
            for (index, words) in lines(of: seat, canary).enumerated() {
                let format = OutputFormat.allCases[(runs + index) % OutputFormat.allCases.count].rawValue
                let outcome = try await runner.run(words + ["--output", format], as: seat.token)
                let found = canary.finds(in: outcome.text)
                let forbidden = found.filter { !Sight(seat).mayMeet($0) }
                runs += 1
                if found.count > forbidden.count { sighted += 1 }
                leaks += forbidden.map { "\($0) to \(seat.username): thidua \(words.joined(separator: " "))" }
            }
        }
        return (runs, sighted, leaks)
    }

    /// Every list and every object, at home and at another unit, and in the province as a whole where a command can look there.
    private func lines(of seat: Seat, _ canary: Canary) -> [[String]] {
        let other = seat.tenant == "district_102" ? "district_101" : "district_102"
        let plan = ["--campaign", Canary.campaign]
        let lists = [
            ["unit", "list"], ["person", "list"], ["post", "list"], ["launch", "list"] + plan, ["launch", "monitor"] + plan,
            ["directive", "list"], ["item", "list"], ["item", "count", "--by", "sector"], ["overview"],
            ["council", "show"], ["hold", "list"], ["register", "published"],
            ["award", "history"], ["template", "list"],
            ["dossier", "list"], ["nomination", "show", "--review", "interim"] + plan,
            ["month", "show", "--month", "2023-05"] + plan, ["return", "list", "--month", "2023-05"] + plan,
            ["initiative", "list"], ["initiative", "published"],
        ]
        let wide = [["directive", "list"], ["item", "list"], ["overview"], ["dossier", "list"]].map { $0 + ["--province"] }
        let objects = [seat.tenant, other].flatMap { tenant -> [[String]] in
            func id(_ table: String) -> String { canary.ids[table]?[tenant]?.first ?? "" }
            return [
                ["item", "show", id("work_item")], ["dossier", "show", id("award_dossier")],
                ["initiative", "show", id("initiative")],
                ["audit", "timeline", "work_item", id("work_item")],
                ["audit", "timeline", "person", id("person")], ["post", "list", "--person", id("person")],
                ["access", "explain", "me", "item.read", "item:\(id("work_item"))"],
                ["person", "end", id("person"), "--last-day", "1990-01-01"],
                ["item", "report", id("work_item"), "--narrative", canary.token(of: seat.tenant), "--date", "1990-01-01"],
            ]
        }
        return [["whoami"], ["campaign", "show", Canary.campaign]] + lists + lists.map { $0 + ["--tenant", other] } + wide + objects
            + objects.map { $0 + ["--tenant", other] }
    }
}
