import Domain
import HTTPTypes
import Server
import Storage
import TestSupport
import Testing

/// A slip of the keyboard in a filter must not read as “no work”.
@Suite("Filters of the ledger that name what is not there", .province, .timeLimit(.minutes(30)))
struct LedgerFilterRefusalTests {
    private let province = Province.current

    @Test(
        "are faults that name the parameter and what there is",
        arguments: [
            ("items?campaign=khong", "?campaign"), ("items?sector=khong", "?sector"), ("items?content=%25", "?content"),
            ("item-counts?sector=khong", "?sector"), ("overview?campaign=khong", "?campaign"), ("launches?campaign=khong", "?campaign"),
            ("items?dueFrom=2023-06-30&dueTo=2023-06-01", "?dueTo"), ("items?tenant=district_102", "?tenant"),
        ])
    func unknown(_ question: String, _ place: String) async throws {
        let head = province.token(of: .unitHead, in: "district_101")
        let answer = try await APICaller(province).send(.get, "/api/v1/tenants/district_101/\(question)", as: head)
        #expect(answer.status == 422 && answer.faults == [place], "\(answer.json)")
    }

    @Test("are no faults where the code is there and nothing was found")
    func known() async throws {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        try await province.bring(try Plans.shipped("FILTERED"))
        let head = province.token(of: .unitHead, in: "district_101")
        for question in [
            "items?sector=NV", "item-counts?sector=NV&campaign=FILTERED", "items?content=III", "items", "overview?campaign=FILTERED",
        ] {
            let answer = try await APICaller(province).send(.get, "/api/v1/tenants/district_101/\(question)", as: head)
            #expect(answer.status == 200, "\(question): \(answer.json)")
        }
    }
}
