import Domain
import FoundationEssentials
import HTTPTypes
import Operations
import Storage
import TestSupport
import Testing

/// Drafts of reports and launches over HTTP: written anew by who drafted them, while they lie with him.
@Suite("Drafts over HTTP", .province, .serialized, .timeLimit(.minutes(30)))
struct DraftAPITests {
    private let province = Province.current
    private var api: APICaller { APICaller(province) }
    private let own = "/api/v1/tenants/district_101"
    private var officer: Token { province.token(of: .subUnitOfficer, in: "district_101", unit: "10101") }
    private var commune: Token { province.token(of: .subUnitHead, in: "district_101", unit: "10101") }

    /// An item of the commune.
    private func item() async throws -> String {
        try await province.operator.transaction { (tx: borrowing OperatorTransaction) in
            try await tx.keepSectors([(code: "NV", name: "Nội vụ, cải cách hành chính")])
        }
        let given = try await api.send(
            .post, own + "/items", as: province.token(of: .unitHead, in: "district_101"),
            ["lead": "10101", "kind": "task", "title": "Việc của xã", "sector": "NV", "dueOn": "2023-06-30", "assignedOn": "2023-04-01"])
        #expect(given.status == 201, "\(given.json)")
        return given.text("id")
    }

    @Test("a report is written anew from the version that was read, until it is forwarded; approved it is filed in its last words")
    func report() async throws {
        let item = try await item()
        let drafted = try await api.send(
            .post, "\(own)/items/\(item)/drafts", as: officer,
            ["milestonePercent": 30, "evidenceOn": "2023-06-10", "narrative": "Bản đầu"])
        #expect(drafted.status == 201 && drafted.text("state") == "drafting", "\(drafted.json)")
        let path = "\(own)/drafts/\(drafted.text("id"))"
        let words: JSONValue = ["milestonePercent": 50, "evidenceOn": "2023-06-12", "narrative": "Bản sau"]
        let revised = try await api.send(.put, path + "/report", as: officer, words, version: drafted.version)
        #expect(
            revised.status == 200 && revised.text("narrative") == "Bản sau" && revised.text("milestonePercent") == "50", "\(revised.json)")
        #expect(revised.text("item") == item, "of which item, the draft says")
        let stale = try await api.send(.put, path + "/report", as: officer, words, version: drafted.version)
        #expect(stale.status == 412 && stale.code == "changed-meanwhile")
        #expect(try await api.send(.put, path + "/report", as: officer, words).status == 428)
        let conference: JSONValue = ["happenedOn": "2023-04-07", "form": "own_conference", "attendance": 40]
        #expect(try await api.send(.put, path + "/conference", as: officer, conference, version: revised.version).status == 404)
        let faulty = try await api.send(
            .put, path + "/report", as: officer, ["milestonePercent": 55, "narrative": "x"], version: revised.version)
        #expect(faulty.status == 422)
        #expect(
            try await api.send(.put, path + "/report", as: commune, words, version: revised.version).status == 404, "not before the head")

        let ofItem = try await api.send(.get, "\(own)/drafts?item=\(item)", as: officer)
        #expect(ofItem.items.map { $0.member("id") } == [drafted.text("id")], "\(ofItem.json)")
        let other = try await self.item()
        #expect(try await api.send(.get, "\(own)/drafts?item=\(other)", as: officer).items.isEmpty)
        let forwarded = try await api.send(.post, path + "/forwarding", as: officer, ["remark": "Kính trình"], version: revised.version)
        #expect(forwarded.status == 200 && forwarded.text("level") == "1", "\(forwarded.json)")
        let late = try await api.send(.put, path + "/report", as: officer, words, version: forwarded.version)
        #expect(late.code == "draft-not-here", "\(late.json)")
        let approved = try await api.send(.post, path + "/approval", as: commune, version: forwarded.version)
        #expect(approved.status == 200 && approved.text("state") == "approved", "\(approved.json)")
        let shown = try await api.send(.get, "\(own)/items/\(item)", as: commune)
        #expect(shown.list("reports").map { $0.member("narrative") } == ["Bản sau"])
        #expect(try await api.send(.post, path + "/discard", as: officer, version: approved.version).code == "draft-not-here")
    }

    @Test("the record of a launch is written anew likewise, and its report cannot be put in its place")
    func launch() async throws {
        let plan = try Plans.shipped("HTTP-NHAP")
        try await province.launched(plan)
        try await province.cascade(plan.code, in: "district_101")
        try await province.work()
        let launch = try await province.read(as: .subUnitHead, in: "district_101", unit: "10101") { (tx: borrowing TenantTransaction) in
            try await ShowLaunch(.unit(campaign: plan.code, code: "10101")).perform(in: tx).id
        }
        let first: JSONValue = ["happenedOn": "2023-04-07", "form": "own_conference", "attendance": 40]
        let drafted = try await api.send(.post, "\(own)/launches/\(launch)/drafts", as: officer, first)
        #expect(drafted.status == 201 && drafted.text("attendance") == "40", "\(drafted.json)")
        let path = "\(own)/drafts/\(drafted.text("id"))"
        let second: JSONValue = [
            "happenedOn": "2023-04-08", "form": "combined", "combinedWith": "Hội nghị quý I", "attendance": 55, "note": "Có đại biểu dự",
        ]
        let revised = try await api.send(.put, path + "/conference", as: officer, second, version: drafted.version)
        #expect(
            revised.status == 200 && revised.text("attendance") == "55" && revised.text("combinedWith") == "Hội nghị quý I",
            "\(revised.json)")
        #expect(try await api.send(.put, path + "/conference", as: officer, second, version: drafted.version).status == 412)
        let report: JSONValue = ["milestonePercent": 50, "narrative": "x"]
        #expect(try await api.send(.put, path + "/report", as: officer, report, version: revised.version).status == 404)
        let early: JSONValue = ["happenedOn": "2023-03-01", "form": "own_conference", "attendance": 40]
        let refused = try await api.send(.put, path + "/conference", as: officer, early, version: revised.version)
        #expect(refused.faults.contains("$.happenedOn"), "\(refused.json)")
    }
}
