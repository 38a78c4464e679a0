import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@testable import Console

/// The guides of the pages: there for everybody, and never older than the pages they tell of.
@Suite("Guides", .province, .timeLimit(.minutes(30)))
struct GuideTests {
    private let province = Province.current
    private let check = GuideCheck(sources: Templates.sources)

    private var seats: [Seat] {
        [Role.chairman, .viceChairman, .officeChief, .officeMonitor, .homeAffairsOfficer, .councilMember, .auditor, .mediaEditor, .systemAdmin]
            .map { province.seat($0) }
            + [Role.tenantAdmin, .unitHead, .unitCoordinator, .councilSecretary, .unitCouncilMember, .clerk]
            .map { province.seat($0, in: "district_101") }
            + [Role.subUnitHead, .subUnitOfficer, .individual].map { province.seat($0, in: "district_101", unit: "10101") }
    }

    @Test("each is listed for every role, those for it first, and opens; nobody reads them without signing in")
    func open() async throws {
        #expect(Set(seats.map(\.role)) == Set(Policy.table.map(\.role)).subtracting([.system]))
        for seat in seats {
            let list = try await page("/help", seat)
            let own = Guide.all.filter { $0.isFor(Array(Policy.of(seat.role).actions)) }
            let order = list.matches(of: /href="(\/help\/[a-z-]+)"/).map { String($0.output.1) }.filter { $0 != "/help" }
            #expect(order == own.map(\.path) + Guide.all.map(\.path), "\(seat.role)")
            for guide in Guide.all {
                let text = try await page(guide.path, seat)
                #expect(text.contains("<h1>\(guide.title)</h1>") && text.contains("Tất cả hướng dẫn"), "\(seat.role): \(guide.name)")
                // What is of a unit leads into one's own.
                let units = Set(text.matches(of: /href="\/units\/([^\/"]*)/).map { String($0.output.1) })
                #expect(units.isSubset(of: [seat.tenant]), "\(seat.role): \(guide.name)")
            }
        }
        let secretary = try await page("/help", Seat(.councilSecretary, in: "district_101"))
        #expect(secretary.firstRange(of: "/help/organisation")!.lowerBound < secretary.firstRange(of: "Tất cả hướng dẫn")!.lowerBound)
        let absent = try await province.call(.get, "/help/khong-co", token: Seat(.clerk, in: "district_101").token)
        #expect(absent.status == .notFound)
        for path in ["/help", "/help/tasks"] {
            let answer = try await province.call(.get, path)
            #expect(answer.status == .seeOther && answer.headers[.location] == "/sign-in")
        }
    }

    private func page(_ path: String, _ seat: Seat) async throws -> String {
        let answer = try await province.call(.get, path, token: seat.token)
        #expect(answer.status == .ok, "\(seat): \(path)")
        return answer.body
    }

    @Test("every page has the guide of its subject, and leads to it")
    func ofPages() async throws {
        let pages = ConsoleRoutes.all.filter { $0.method == .get && $0.access == .officer && !$0.path.hasPrefix("/help") }
        #expect(pages.filter { Guide.of(page: $0.path) == nil }.map(\.path) == [], "name it in Guide.all")
        // The control: what is no page has none, and what is named there is a page.
        #expect(Guide.of(page: "/units/{tenant}/khong-co") == nil && Guide.of(page: "/help/{guide}") == nil)
        let reached = Set(pages.compactMap { Guide.of(page: $0.path)?.name })
        #expect(reached == Set(Guide.all.map(\.name)).subtracting(["glossary"]))
        #expect(Guide.of(page: "/units/{tenant}/award-dossiers/{dossier}/aftermath")?.name == "after-awards")
        #expect(Guide.of(page: "/units/{tenant}/award-dossiers/{dossier}")?.name == "awards")
        let drafts = try await page("/drafts", Seat(.unitHead, in: "district_101"))
        #expect(drafts.contains(#"<a href="/help/tasks">Hướng dẫn trang này</a>"#))
        let unit = try await page("/units/district_101", Seat(.unitHead, in: "district_101"))
        #expect(unit.contains(#"<a href="/help">Hướng dẫn</a>"#))
    }

    @Test("every address in a guide is a page, every name a name on some page, every command a command")
    func fresh() throws {
        #expect(Guide.all.map(\.template) == Templates.sources.map(\.name).filter { $0.hasPrefix("guide-") })
        for guide in Guide.all {
            let text = Templates.shared.text(of: guide, GuideReader(unit: "district_101"))
            #expect(check.addressesAmiss(in: text) == [], "\(guide.name)")
            #expect(check.namesAmiss(in: text) == [], "\(guide.name)")
            #expect(check.commandsAmiss(in: text) == [], "\(guide.name)")
            // Numbers of our own notes mean nothing to an officer, and units are not called so.
            #expect(text.firstMatch(of: /\bA\d\d\b|tenant|\{\{/) == nil, "\(guide.name)")
            #expect(text.contains("<h2>") && !text.contains("href=\"/units/\""))
        }
    }

    @Test("an address that is none, a name that left its page, a command that is none are found")
    func control() {
        let links = #"<a href="/khong-co">x</a><a href="/help/khong-co">x</a><a href="/help/tasks">x</a><a href="/drafts?x=1">x</a>"#
        #expect(check.addressesAmiss(in: links + #"<a href="/units/a/items">x</a>"#) == ["/khong-co", "/help/khong-co", "/drafts?x=1", "/units/a/items"])
        #expect(check.namesAmiss(in: "<b>Nút không có</b><b>Gửi đề nghị</b><b>Trình hồ sơ</b>") == ["Nút không có"])
        // The form of the item's page goes, and with it what the guide calls by its name.
        let poorer = GuideCheck(sources: Templates.sources.filter { $0.name != "item-forms" })
        let tasks = Guide.all.first { $0.name == "tasks" }.map { Templates.shared.text(of: $0, GuideReader(unit: "a")) } ?? ""
        #expect(poorer.namesAmiss(in: tasks).contains("Đề nghị gia hạn"))
        #expect(check.commandsAmiss(in: "<code>thidua launch cascade</code><code>thidua launch khong-co</code><code>thidua report</code>")
            == ["thidua launch khong-co"])
    }
}

/// What in a guide is not there any more.
private struct GuideCheck {
    /// What pages show by themselves: texts between the tags of their templates.
    private let names: Set<String>

    init(sources: [(name: String, text: String)]) {
        var names = Set(Self.steps.map { $0.prefix(1).uppercased() + $0.dropFirst() })
        for (name, text) in sources where !name.hasPrefix("guide-") {
            // Whatever is filled in ends a text, but not the tag in which it stands.
            let bare = text.replacing(/\{\{\{?[^}]*\}\}\}?/, with: "\u{0}").replacing(/<[^>]*>/, with: "\u{0}")
            names.formUnion(bare.split(separator: "\u{0}").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") })
        }
        self.names = names
    }

    /// Titles of forms that pages take from what can be done.
    private static let steps =
        AwardDossier.Step.allCases.map(\.vietnamese) + Initiative.Step.allCases.map(\.vietnamese) + Difficulty.Step.allCases.map(\.vietnamese)
        + Remedy.Step.allCases.map(\.vietnamese) + GoodModel.Step.allCases.map(\.vietnamese) + AwardAftermath.Deed.allCases.map(\.title)

    func namesAmiss(in guide: String) -> [String] {
        guide.matches(of: /<b>(.*?)<\/b>/).map { String($0.output.1) }.filter { !names.contains($0) }
    }

    /// Each `href`, by the routes of which the router is made; a guide by its name.
    func addressesAmiss(in guide: String) -> [String] {
        guide.matches(of: /href="([^"]*)"/).map { String($0.output.1) }.filter { address in
            let parts = address.split(separator: "?", maxSplits: 1)
            if address.hasPrefix("/help/") { return !Guide.all.contains { $0.path == address } }
            let asked = parts.dropFirst().flatMap { $0.split(separator: "&") }.compactMap { $0.split(separator: "=").first.map(String.init) }
            return !ConsoleRoutes.all.contains { route in
                route.method == .get && Self.matches(parts.first ?? "", route.path) && asked.allSatisfy { name in route.query.contains { $0.name == name } }
            }
        }
    }

    private static func matches(_ path: Substring, _ route: String) -> Bool {
        let (path, route) = (path.split(separator: "/"), route.split(separator: "/"))
        return path.count == route.count && zip(path, route).allSatisfy { $0 == $1 || $1.hasPrefix("{") }
    }

    /// Each `<code>thidua …</code>` that is neither a command nor a group of them.
    func commandsAmiss(in guide: String) -> [String] {
        guide.matches(of: /<code>(thidua[^<]*)<\/code>/).map { String($0.output.1) }.filter { line in
            let words = line.split(separator: " ").dropFirst().map(String.init)
            return !CommandRunner.commands.contains { $0.words.starts(with: words) }
        }
    }
}
