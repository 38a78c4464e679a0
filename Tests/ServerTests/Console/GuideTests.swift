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
    private let reader = GuideReader(unit: Tenant.Slug("district_101")!, role: .clerk, [])

    private var seats: [Seat] {
        [
            Role.chairman, .viceChairman, .officeChief, .officeMonitor, .homeAffairsOfficer, .councilMember, .auditor, .mediaEditor,
            .systemAdmin,
        ]
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
            let order = list.matches(of: /href="(\/help\/[a-z-]+)"/).map { String($0.output.1) }
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

    @Test("a guide leads nobody to a page that is not for him, and tells of it all the same")
    func addresses() async throws {
        try await province.launched(try Plans.shipped("KH-HD-\(UInt32.random(in: 0...UInt32.max))"))
        let secretary = Seat(.councilSecretary, in: "district_101")
        let (monitor, officer) = (province.seat(.officeMonitor), province.seat(.homeAffairsOfficer))
        for seat in [secretary, monitor, officer] {
            var shown: Set<String> = []
            for guide in Guide.all {
                shown.formUnion(try await page(guide.path, seat).matches(of: /href="(\/[^"]*)"/).map { String($0.output.1) })
            }
            for address in shown {
                let answer = try await province.call(.get, address, token: seat.token)
                #expect(answer.status != .forbidden, "\(seat): \(address)")
            }
            #expect(shown.contains("/urging") == (seat != secretary))
            #expect(shown.contains("/criticisms") == (seat == officer), "what only some who read the province read")
            #expect(shown.contains("/units/\(seat.tenant)/months"))
        }
        // The control: it is there to be asked, and is refused.
        #expect(try await province.call(.get, "/urging", token: secretary.token).status == .forbidden)
        #expect(try await page("/help/months", secretary).contains("Đôn đốc nhiệm vụ, chỉ tiêu quá hạn"))
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
            let text = Templates.shared.text(of: guide, for: reader)
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
        #expect(
            check.addressesAmiss(in: links + #"<a href="/units/a/items">x</a>"#) == [
                "/khong-co", "/help/khong-co", "/drafts?x=1", "/units/a/items",
            ])
        #expect(check.namesAmiss(in: "<b>Nút không có</b><b>Gửi đề nghị</b><b>Trình hồ sơ</b>") == ["Nút không có"])
        // The form of the item's page goes, and with it what the guide calls by its name.
        let poorer = GuideCheck(sources: Templates.sources.filter { $0.name != "item-forms" })
        let tasks = Guide.all.first { $0.name == "tasks" }.map { Templates.shared.text(of: $0, for: reader) } ?? ""
        #expect(poorer.namesAmiss(in: tasks).contains("Đề nghị gia hạn"))
        #expect(
            check.commandsAmiss(in: "<code>thidua launch cascade</code><code>thidua launch khong-co</code><code>thidua report</code>")
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
        let links = UnitLinks(of: Tenant.Slug("district_101")!, scope: .media, campaign: "x", isWhole: true)
        names.formUnion(links.groups.flatMap(\.links).map(\.name))
        names.formUnion(LaunchPage.Title.allCases.map(\.rawValue))
        names.formUnion(CampaignLaunchPage.Title.allCases.map(\.rawValue))
        self.names = names
    }

    /// Titles of forms that pages take from what can be done.
    private static let steps =
        AwardDossier.Step.allCases.map(\.vietnamese) + Initiative.Step.allCases.map(\.vietnamese)
        + Difficulty.Step.allCases.map(\.vietnamese)
        + Remedy.Step.allCases.map(\.vietnamese) + GoodModel.Step.allCases.map(\.vietnamese) + AwardAftermath.Deed.allCases.map(\.title)

    func namesAmiss(in guide: String) -> [String] {
        guide.matches(of: /<b>(.*?)<\/b>/).map { String($0.output.1) }.filter { !names.contains($0) }
    }

    /// Each `href`, by the routes of which the router is made; a guide by its name.
    func addressesAmiss(in guide: String) -> [String] {
        guide.matches(of: /href="([^"]*)"/).map { String($0.output.1) }.filter { address in
            if address.hasPrefix("/help/") { return !Guide.all.contains { $0.path == address } }
            return GuideReader.route(of: address) == nil
        }
    }

    /// Each `<code>thidua …</code>` that is neither a command nor a group of them.
    func commandsAmiss(in guide: String) -> [String] {
        guide.matches(of: /<code>(thidua[^<]*)<\/code>/).map { String($0.output.1) }.filter { line in
            let words = line.split(separator: " ").dropFirst().map(String.init)
            return !CommandRunner.commands.contains { $0.words.starts(with: words) }
        }
    }
}
