import Domain
import Testing

/// How an item begins.
@Suite("The life of a draft of an item")
struct ItemDraftLifeTests {
    private static let cells: [ItemDraft.State: [ItemDraft.Step: ItemDraft.State]] = [
        .draft: [.revise: .draft, .assign: .assigned, .discard: .discarded], .assigned: [:], .discarded: [:],
    ]

    @Test("allows the steps of the table and refuses every other with what to do instead", arguments: ItemDraft.State.allCases)
    func table(state: ItemDraft.State) throws {
        let allowed = try #require(Self.cells[state])
        for step in ItemDraft.Step.allCases {
            #expect(state.after(step) == allowed[step], "\(step) when \(state)")
            let refusal = state.refusal(of: step)
            #expect((refusal == nil) == (allowed[step] != nil), "\(step) when \(state)")
            if let refusal { #expect(refusal.kind == .refused && refusal.detail.hasSuffix(".")) }
        }
    }

    @Test("has a word of its own for every state and step")
    func words() {
        #expect(Set(ItemDraft.State.allCases.map(\.vietnamese)).count == ItemDraft.State.allCases.count)
        #expect(Set(ItemDraft.Step.allCases.map(\.vietnamese)).count == ItemDraft.Step.allCases.count)
        #expect(ItemDraft.State.draft.vietnamese == "nháp")
    }
}
