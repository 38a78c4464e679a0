import Domain
import Testing

/// Every cell of the policy has its reason in Vietnamese.
@Suite("Why somebody may do something or not")
struct AccessExplanationTests {
    private static let day = CivilDate("2023-06-20")!

    private func post(_ role: Role, until lastDay: CivilDate? = nil) -> Post {
        Post(
            id: Post.ID(Self.id), person: Person.ID(Self.id), unit: SubUnit.ID(Self.id), role: role, title: "Chức vụ thử",
            leaderRank: .directWorker, validFrom: CivilDate("2023-01-01")!, validTo: lastDay, version: 1)
    }

    private static let id = Post.ID("0192a000-0000-7000-8000-00000000abcd")!.uuid

    @Test("is said of every cell: by the same table, naming deed, relation and rule, and what to do next")
    func everyCell() {
        var cells = 0
        for role in Role.allCases {
            for deed in Deed.all {
                for relation in Relation.allCases {
                    for state in PlaceState.allCases {
                        let explanation = AccessExplanation(
                            post: post(role), deed: deed, object: .province, relation: relation, state: state, day: Self.day)
                        let decision = Policy.of(role).decide(deed, relation, state)
                        #expect(explanation.isAllowed == decision.isAllowed && explanation.rule == decision.rule)
                        check(explanation, "\(role) \(deed.name) \(relation) \(state)")
                        #expect(
                            explanation.vietnamese.contains(relation.vietnamese)
                                && explanation.vietnamese.contains(decision.rule.vietnamese))
                        cells += 1
                    }
                }
            }
        }
        #expect(cells == Role.allCases.count * Deed.all.count * Relation.allCases.count * PlaceState.allCases.count)
    }

    @Test("is said of a post that is over, and of what is out of sight")
    func others() {
        for role in Role.allCases {
            for deed in Deed.all {
                let over = AccessExplanation(
                    post: post(role, until: CivilDate("2023-06-19")!), deed: deed, object: .province, relation: .own, state: .open,
                    day: Self.day)
                #expect(!over.isAllowed && over.rule == .postOver)
                check(over, "\(role) \(deed.name), over")
                let unseen = AccessExplanation(
                    post: post(role), deed: deed, object: .province, relation: nil, state: .open, day: Self.day)
                #expect(!unseen.isAllowed)
                check(unseen, "\(role) \(deed.name), out of sight")
            }
        }
    }

    private func check(_ explanation: AccessExplanation, _ cell: String) {
        let text = explanation.vietnamese
        #expect(text.contains(explanation.isAllowed ? " được " : " không được "), "\(cell): \(text)")
        #expect(text.contains(explanation.deed.vietnamese) && text.contains("Chức vụ thử"), "\(cell): \(text)")
        guard !explanation.isAllowed else { return }
        // After the rule stands a sentence that says what to do.
        let sentences = text.split(separator: ". ", omittingEmptySubsequences: true)
        #expect(sentences.count >= 2 && text.hasSuffix("."), "\(cell) has no next step: \(text)")
    }
}
