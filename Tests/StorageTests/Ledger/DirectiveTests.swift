import Domain
import Operations
import Storage
import TestSupport
import Testing

@Suite("A directive", .province(opening: 1), .timeLimit(.minutes(30)))
struct DirectiveTests {
    let province = Province.current

    private func enter(_ paper: Directive.Paper, as role: Role = .officeMonitor, in tenant: String? = nil) async throws -> Directive.ID {
        let place: Entry.Place = tenant.flatMap { Tenant.Slug($0) }.map(Entry.Place.tenant) ?? .province
        return try await province.write(as: role, in: tenant, to: place) { (tx: borrowing TenantTransaction) in
            try await EnterDirective(paper: paper).perform(in: tx, ids: .system)
        }
    }

    private func show(_ id: Directive.ID, as role: Role, in tenant: String, unit: String? = nil) async throws -> Directive {
        try await province.read(as: role, in: tenant, unit: unit) { (tx: borrowing TenantTransaction) in
            try await ShowDirective(id: id).perform(in: tx)
        }
    }

    @Test("of the province is read by everybody, of a unit by itself and the province's readers")
    func readers() async throws {
        let province_ = try await enter(LedgerBench.paper(number: "1/QĐ-UBND"))
        #expect(try await show(province_, as: .subUnitOfficer, in: "district_101", unit: "10101").paper.number == "1/QĐ-UBND")
        let own = try await enter(LedgerBench.paper(number: "2/KH-UBND"), as: .unitHead, in: "district_101")
        #expect(try await show(own, as: .clerk, in: "district_101").tenant == province.tenant("district_101"))
        #expect(await province.refusal { _ = try await show(own, as: .unitHead, in: "district_102") } == .notFound)
        let office = try await province.read(as: .officeMonitor, to: .tenant(Tenant.Slug("district_101")!)) {
            (tx: borrowing TenantTransaction) in try await ListDirectives().perform(in: tx).directives.map(\.id)
        }
        #expect(Set(office).isSuperset(of: [province_, own]))
    }

    @Test("is entered once, by who may, with its faults named")
    func entering() async throws {
        _ = try await enter(LedgerBench.paper(number: "3/QĐ-UBND"))
        #expect(
            await province.refusal { _ = try await enter(LedgerBench.paper(number: "3/QĐ-UBND"), as: .officeChief) }?.code
                == "directive-there")
        var nextYear = LedgerBench.paper(number: "3/QĐ-UBND")
        nextYear.issuedOn = CivilDate("2022-03-20")!
        _ = try await enter(nextYear)
        let empty = Directive.Paper(type: " ", number: "", issuedOn: CivilDate("2023-06-21")!, issuer: "", abstract: "")
        #expect(
            await province.refusal { _ = try await enter(empty) }?.fields.map(\.path)
                == ["$.type", "$.number", "$.issuer", "$.abstract", "$.issuedOn"])
        #expect(
            await province.refusal { _ = try await enter(LedgerBench.paper(number: "4/QĐ"), as: .clerk, in: "district_101") } == .notAllowed
        )
        #expect(await province.refusal { _ = try await enter(LedgerBench.paper(number: "4/QĐ"), as: .homeAffairsOfficer) } == .notAllowed)
    }

    @Test("keeps its paper once, byte by byte, and only as what it is")
    func file() async throws {
        let id = try await enter(LedgerBench.paper(number: "5/QĐ-UBND"))
        let content = Array("%PDF-1.7\n".utf8) + (0..<200_000).map { UInt8(truncatingIfNeeded: $0 * 7) } + Array("\n%%EOF\n".utf8)
        func attach(_ content: [UInt8], as role: Role = .officeMonitor) async -> String? {
            await province.refusal {
                try await province.write(as: role, to: .province) { (tx: borrowing TenantTransaction) in
                    try await AttachDirectiveFile(directive: id, fileName: "qd.png", content: content).perform(in: tx)
                }
            }?.code
        }
        #expect(await attach([]) == "file-empty")
        #expect(await attach(Array("MZ đây là chương trình".utf8)) == "file-type")
        #expect(await attach(content.dropLast(1_500)) == "file-cut-off")
        #expect(await attach(content + [UInt8](repeating: 0, count: Directive.File.largest)) == "file-too-large")
        #expect(await attach(content, as: .homeAffairsOfficer) == "not-allowed")
        #expect(await attach(content) == nil)
        #expect(await attach(content) == "directive-file-there")
        let (kept, bytes) = try await province.read(as: .subUnitOfficer, in: "district_101", unit: "10101") {
            (tx: borrowing TenantTransaction) in try await ReadDirectiveFile(id: id).perform(in: tx)
        }
        #expect(bytes == content)
        #expect(kept.format == .pdf)
        #expect(kept.byteCount == content.count)
    }

    @Test("lists the latest first, page by page")
    func pages() async throws {
        let district = try await province.freshDistrict()
        for day in 1...5 {
            var paper = LedgerBench.paper(number: "\(day)/KH")
            paper.issuedOn = CivilDate(year: 2023, month: 6, day: day)!
            _ = try await enter(paper, as: .unitHead, in: district)
        }
        var numbers: [String] = []
        var next: Directive.Position?
        repeat {
            let after = next
            let page = try await province.read(as: .unitHead, in: district) { (tx: borrowing TenantTransaction) in
                try await ListDirectives(after: after, limit: 2).perform(in: tx)
            }
            numbers += page.directives.filter { $0.tenant == province.tenant(district) }.map(\.paper.number)
            next = page.next
        } while next != nil
        #expect(numbers == ["5/KH", "4/KH", "3/KH", "2/KH", "1/KH"])
    }
}
