import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Operations
import Server
import TestSupport
import Testing
import Web

@testable import thidua

/// `thidua access explain`, the API and the page answer from the one table, for every role, deed and relation that can be named.
@Suite("The explanation of every cell", .provinceFirst, .serialized, .timeLimit(.minutes(30)))
struct ExplanationMatrixTests {
    private let province = Province.current

    @Test("agrees with the table over HTTP; the page and the command say the same sentence")
    func everyCell() async throws {
        let stage = try await MatrixStage(in: province, asks: .officers)
        let asked = questions(stage)
        let backend = Backend(entrance: province.entrance, passwords: PasswordHasher(.least), secure: false, demonstration: true)
        let runner = CommandRunner(database: province.url, entrance: province.entrance)
        let differences = try await Application(router: buildRouter(backend)).test(.router) { client in
            var differences: [String] = []
            for (number, question) in asked.enumerated() {
                let decision = question.cell.decision
                let answer = try await client.execute(
                    uri: "/api/v1/access/explanation" + question.query, method: .get, headers: question.headers
                ) {
                    String(buffer: $0.body)
                }
                let parts = [
                    "\"allowed\":\(decision.isAllowed)", "\"rule\":\"\(decision.rule.rawValue)\"",
                    "\"relation\":\"\(question.cell.relation.rawValue)\"",
                ]
                if !parts.allSatisfy(answer.contains) { differences.append("\(question.cell): \(answer.prefix(300))") }
                // The page for one in seven, the command for one in fifty: they render what the API answers.
                if number.isMultiple(of: 7) {
                    let page = try await client.execute(uri: "/access" + question.query, method: .get, headers: question.headers) {
                        String(buffer: $0.body)
                    }
                    if !page.contains(question.sentence) { differences.append("the page, \(question.cell)") }
                }
                if number.isMultiple(of: 50) {
                    let words = ["access", "explain", "me", question.cell.deed.name, question.object, "--output", "json"]
                    let outcome = try await runner.run(words, as: question.token)
                    if !outcome.text.contains(question.sentence) {
                        differences.append("the command, \(question.cell): \(outcome.text.prefix(300))")
                    }
                }
            }
            return differences
        }
        let cells = Set(asked.map(\.cell))
        print("explanations: \(cells.count) cells, \(asked.count) asked, \(differences.count) differences")
        #expect(differences.isEmpty, "\(differences.prefix(40).joined(separator: "\n"))")
        #expect(cells.count > 1_500)
    }

    private struct Question: Sendable {
        let token: Token
        let object: String
        let cell: MatrixCell

        var query: String { "?action=\(cell.deed.name)&object=\(object)" }
        var headers: HTTPFields { [.authorization: "Bearer \(token.text)"] }
        /// As every rendering says it.
        var sentence: String {
            " \(cell.decision.isAllowed ? "được" : "không được") \(cell.deed.vietnamese) đối với nội dung \(cell.relation.vietnamese)"
        }
    }

    private func questions(_ stage: MatrixStage) -> [Question] {
        stage.officers.filter { $0.slot == .middle }.flatMap { seat in
            objects(of: seat, stage).flatMap { object, relation in
                Deed.all.map { deed in
                    let cell = MatrixCell(seat.role, deed, relation, seat.place.isClosed ? .closed : .open)
                    return Question(token: seat.token, object: object, cell: cell)
                }
            }
        }
    }

    /// Something in each relation that an officer can name.
    private func objects(of seat: MatrixStage.MatrixSeat, _ stage: MatrixStage) -> [(String, Relation)] {
        let units = [Relation.own, .subUnit, .parent, .sibling].compactMap { relation in
            seat.slot(relation).map { ("unit:\(seat.place.unit($0).lower)", relation) }
        }
        let foreign = seat.place.slug == "district_102" ? "district_101" : "district_102"
        return units + [
            ("item:\(seat.ownItem.lower)", .oneself), ("post:\(seat.post.lower)", .oneself), ("tenant:\(foreign)", .foreignTenant),
            ("province", .province),
        ]
    }
}
