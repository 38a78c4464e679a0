import Domain
import Foundation
import Operations
import Storage
import TestSupport
import Testing

/// The directory of units: imported whole or not at all, and repeatable.
@Suite(.province, .serialized, .timeLimit(.minutes(30)))
struct ImportDirectoryTests {
    let province = Province.current
    private let ids = IDSource.system
    private let day = CivilDate("2023-01-01")!

    // MARK: - What is refused

    static let faulty: [(name: String, content: String, faults: [String])] = [
        ("no list", "a,b\n1,2", []),
        ("an unclosed quote", "code,name,full_name,level,parent_code\n7,\"A", []),
        ("an empty name", "code,name,full_name,level,parent_code\n777,,Huyện Bảy,district,01", ["dòng 2, cột name"]),
        ("a level that is none", "code,name,full_name,level,parent_code\n777,Bảy,Huyện Bảy,huyện,01", ["dòng 2, cột level"]),
        ("a parent that is nowhere", "code,name,full_name,level,parent_code\n777,Bảy,Huyện Bảy,district,99", ["dòng 2, cột parent_code"]),
        (
            "a district under a district", "code,name,full_name,level,parent_code\n777,Bảy,Huyện Bảy,district,101",
            ["dòng 2, cột parent_code"]
        ),
        ("a second province", "code,name,full_name,level,parent_code\n02,Khác,Tỉnh Khác,province,", ["dòng 2, cột code"]),
        ("a word that says no kind", "code,name,full_name,level,parent_code\n777,Bảy,Quận Bảy,district,01", ["dòng 2, cột full_name"]),
        (
            "a code twice, behind a comment and a quoted line break",
            "# danh sách\ncode,name,full_name,level,parent_code\n777,Bảy,\"Huyện\nBảy\",district,01\n777,Tám,Huyện Tám,district,01",
            ["dòng 5, cột code"]
        ),
        (
            "a name twice under one parent",
            "code,name,full_name,level,parent_code\n77701,Bảy,Xã Bảy,commune,101\n77702,Bảy,Xã Bảy,commune,101", ["dòng 3, cột name"]
        ),
        (
            "a commune that stands in another district, or as one",
            "code,name,full_name,level,parent_code\n10101,Một,Xã Một,commune,102\n10102,Hai,Xã Hai,commune,01",
            ["dòng 3, cột parent_code", "dòng 2, cột parent_code"]
        ),
        ("a code that is another unit's", "code,name,kind,scope\n101,Sở Khác,so,award_subject", ["dòng 2, cột code"]),
        (
            "a kind and a scope that are none", "code,name,kind,scope\nX,Sở X,cuc,award_subject\nY,Sở Y,so,judged",
            ["dòng 2, cột kind", "dòng 3, cột scope"]
        ),
        (
            "a parent in another tenant", "tenant,code,parent_code,name,kind,legal_personality\nSNV,P9,PTH,Phòng Chín,phong,no",
            ["dòng 2, cột parent_code"]
        ),
        (
            "a circle of parents",
            "tenant,code,parent_code,name,kind,legal_personality\nSNV,A1,A2,Phòng Một,phong,no\nSNV,A2,A1,Phòng Hai,phong,no",
            ["dòng 2, cột parent_code", "dòng 3, cột parent_code"]
        ),
        (
            "a tenant that is nowhere, told once", "tenant,code,parent_code,name,kind,legal_personality\neach:quan,P,,Phòng,phong,maybe",
            ["dòng 2, cột legal_personality", "dòng 2, cột tenant"]
        ),
        (
            "a kind of unit that only tenants are",
            "tenant,code,parent_code,name,kind,legal_personality\neach:district,H,,Huyện trong huyện,huyen,yes",
            ["dòng 2, cột kind"]
        ),
    ]

    @Test(arguments: faulty)
    func `a file with a fault is refused with its place, and nothing is written`(
        _ sample: (name: String, content: String, faults: [String])
    ) async throws {
        let before = try await everything()
        do {
            _ = try await run([("t.csv", sample.content)])
            Issue.record("\(sample.name) was imported")
        } catch let problem as Problem {
            #expect(problem.kind == .invalid, "\(sample.name): \(problem)")
            #expect(problem.fields.map(\.path) == sample.faults.map { "t.csv, " + $0 }, "\(sample.name): \(problem)")
        }
        #expect(try await everything() == before)
    }

    @Test func `a good row beside a bad one is not written either`() async throws {
        let before = try await everything()
        await #expect(throws: Problem.self) {
            _ = try await run([
                ("a.csv", "code,name,full_name,level,parent_code\n778,Tám,Huyện Tám,district,01"),
                ("b.csv", "tenant,code,parent_code,name,kind,legal_personality\nNOPE,P,,Phòng,phong,no"),
            ])
        }
        #expect(try await everything() == before)
    }

    // MARK: - What is written

    @Test func `files with byte order mark, comments and decomposed letters are read`() async throws {
        let decomposed = "Huye\u{302}\u{323}n Chi\u{301}n"
        let content =
            "\u{FEFF}# chú thích, có dấu phẩy\r\ncode,name,full_name,level,parent_code,note\r\n\r\n779,Chi\u{301}n,\(decomposed),district,01,\r\n77901,Một,Xã Một,commune,779,\r\n"
        let changes = try await run([("units.csv", content)])
        #expect(changes.openedTenants.map(\.slug) == ["district_779"])
        #expect(changes.openedTenants.map(\.fullName) == ["Huyện Chín"])
        #expect(changes.openedUnits == 1)
        let again = try await run([("units.csv", content)], from: day.adding(days: 30))
        #expect(again.isEmpty)
        #expect(again.unchanged == 2)
    }

    @Test func `a changed name is a new version from its day, and a rewritten past is refused`() async throws {
        func file(_ name: String) -> [(String, String)] {
            [
                (
                    "u.csv",
                    "code,name,full_name,level,parent_code\n780,\(name),Huyện \(name),district,01\n78001,\(name),Xã \(name),commune,780"
                )
            ]
        }
        _ = try await run(file("Cũ"))
        let changed = try await run(file("Mới"), from: day.adding(days: 90))
        #expect(changed.renamedTenants.map(\.slug) == ["district_780"])
        #expect(changed.changedUnits == 1)
        let names = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            let id = try await tx.tenants(on: day).first { $0.slug.text == "district_780" }!.id
            return (
                try await tx.subUnits(of: id, on: day.adding(days: 89)).map(\.fullName),
                try await tx.subUnits(of: id, on: day.adding(days: 90)).map(\.fullName)
            )
        }
        #expect(names.0 == ["Huyện Cũ", "Xã Cũ"])
        #expect(names.1 == ["Huyện Mới", "Xã Mới"])
        await #expect(throws: Problem.self) { _ = try await run(file("Nữa"), from: day.adding(days: 60)) }
    }

    @Test func `a commune right under the province owns a tenant`() async throws {
        let changes = try await run([("u.csv", "code,name,full_name,level,parent_code\n31001,Hai Cấp,Xã Hai Cấp,commune,01")])
        #expect(changes.openedTenants.map(\.slug) == ["commune_31001"])
    }

    @Test func `a trial run tells what it would do and does nothing`() async throws {
        let before = try await everything()
        let importing = ImportDirectory(
            [DirectoryFile(name: "u.csv", content: Array("code,name,full_name,level,parent_code\n781,Thử,Huyện Thử,district,01".utf8))],
            from: day)
        let changes = try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.undoing { (tx: borrowing OperatorTransaction) in try await importing.perform(in: tx, ids: self.ids) }
        }
        #expect(changes.openedTenants.count == 1)
        #expect(try await everything() == before)
    }

    private func run(_ files: [(String, String)], from: CivilDate? = nil) async throws -> DirectoryChanges {
        let importing = ImportDirectory(files.map { DirectoryFile(name: $0.0, content: Array($0.1.utf8)) }, from: from ?? day)
        return try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await importing.perform(in: tx, ids: self.ids)
        }
    }

    private func everything() async throws -> [String] {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            var names: [String] = []
            for tenant in try await tx.tenants(on: .latest) {
                names += try await tx.subUnits(of: tenant.id, on: .latest).map {
                    "\(tenant.slug) \($0.code) \($0.fullName) \($0.validFrom)"
                }
            }
            return names
        }
    }
}
